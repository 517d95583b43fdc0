import * as z from 'zod/mini';
import { courseAfter, courseBodySchema, type CourseFacts } from '../../../shared/people/course-events.ts';
import { patientAfter, patientBodySchema } from '../../../shared/people/patient-events.ts';
import type { Patient } from '../../../shared/people/people.ts';
import type { Author } from '../../../shared/session/event.ts';
import { searchKey } from '../../../shared/people/search-key.ts';
import { sortedWords } from '../../../shared/people/similar-names.ts';
import { staffAfter, staffBodySchema, type StaffRecord } from '../../../shared/people/staff-events.ts';
import { prepared } from '../connection.ts';
import { courseOnDisk, patientOnDisk, staffOnDisk } from '../facts.ts';
import type { Sqlite } from '../sqlite.ts';
import { bodyOf, type LightEvent } from './light-events.ts';
import type { Projection } from './projection.ts';
import { rowIdFor, rowIdOf } from './row-id.ts';
import { markForSafety } from './safety-rows.ts';
import { renameInSessions } from './session-words.ts';
import { reindex, wordsIn, wordsText } from './words.ts';

interface Told<Body> {
  readonly stream: string;
  readonly occurredAt: number;
  readonly author: Author;
  readonly body: Body;
}

/** A fold over parsed bodies: an event whose body no longer fits its schema changes nothing here; checks name it. */
function folding<Facts, Body>(
  schema: z.ZodMiniType<Body>,
  fold: (facts: Facts | null, event: Told<Body>) => Facts | null,
): Projection<Facts>['after'] {
  return (_database, facts, event: LightEvent) => {
    const body = schema.safeParse(bodyOf(event));
    return body.success ? fold(facts, { ...event, body: body.data }) : facts;
  };
}

export const patientRows: Projection<Patient> = {
  prefix: 'patient:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM patient_rows WHERE patient_id = ?').get(id);
    return row === undefined ? null : patientOnDisk(row);
  },
  after: folding(patientBodySchema, patientAfter),
  save: (database, id, facts) => {
    const rowId = rowIdFor(database, 'patient_rows', 'patient_id', id, facts.createdAt);
    const before = indexedWords(database, id);
    prepared(
      database,
      `INSERT INTO patient_rows (row_id, patient_id, created_at, name_key, name_words, birth_date, facts)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (row_id) DO UPDATE
       SET name_key = excluded.name_key, name_words = excluded.name_words, birth_date = excluded.birth_date,
         facts = excluded.facts`,
    ).run(
      rowId,
      id,
      facts.createdAt,
      searchKey(facts.name),
      sortedWords(facts.name),
      facts.birthDate,
      JSON.stringify(facts),
    );
    const after = wordsIn([facts.name]);
    if (wordsText(before) === wordsText(after)) return;
    reindex(database, 'patient_search', rowId, before, after);
    renameInSessions(database, id, after);
  },
  remove: (database, id) => {
    const rowId = rowIdOf(database, 'patient_rows', 'patient_id', id);
    if (rowId === null) return;
    reindex(database, 'patient_search', rowId, indexedWords(database, id), new Set());
    renameInSessions(database, id, new Set());
    prepared(database, 'DELETE FROM patient_rows WHERE row_id = ?').run(rowId);
  },
};

const indexedSchema = z.object({ name_words: z.string() });

/** The words a patient is found by just now. */
function indexedWords(database: Sqlite, id: string): Set<string> {
  const row = prepared(database, 'SELECT name_words FROM patient_rows WHERE patient_id = ?').get(id);
  return row === undefined ? new Set() : wordsIn([indexedSchema.parse(row).name_words]);
}

export const courseRows: Projection<CourseFacts> = {
  prefix: 'course:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM course_rows WHERE course_id = ?').get(id);
    return row === undefined ? null : courseOnDisk(row);
  },
  after: folding(courseBodySchema, courseAfter),
  save: (database, id, facts) => {
    const sql = 'INSERT OR REPLACE INTO course_rows (course_id, patient_id, created_at, facts) VALUES (?, ?, ?, ?)';
    prepared(database, sql).run(id, facts.patientId, facts.createdAt, JSON.stringify(facts));
    if (facts.followUp?.sheetsAt !== undefined) markForSafety(database, facts.patientId);
  },
  remove: (database, id) => void prepared(database, 'DELETE FROM course_rows WHERE course_id = ?').run(id),
};

export const staffRows: Projection<StaffRecord> = {
  prefix: 'staff:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM staff_rows WHERE staff_id = ?').get(id);
    return row === undefined ? null : staffOnDisk(row);
  },
  after: folding(staffBodySchema, staffAfter),
  save: (database, id, facts) => {
    const sql = 'INSERT OR REPLACE INTO staff_rows (staff_id, facts) VALUES (?, ?)';
    prepared(database, sql).run(id, JSON.stringify(facts));
  },
  remove: (database, id) => void prepared(database, 'DELETE FROM staff_rows WHERE staff_id = ?').run(id),
};
