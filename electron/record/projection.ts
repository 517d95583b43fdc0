import * as z from 'zod/mini';
import { courseAfter, courseBodySchema, type CourseFacts } from '../../shared/people/course-events.ts';
import { patientAfter, patientBodySchema } from '../../shared/people/patient-events.ts';
import type { Patient } from '../../shared/people/people.ts';
import { searchKey } from '../../shared/people/search-key.ts';
import { sessionFactsAfter, sessionRowTypes, type SessionFacts } from '../../shared/people/session-row.ts';
import { staffAfter, staffBodySchema, type StaffRecord } from '../../shared/people/staff-events.ts';
import { sessionBodySchema } from '../../shared/session/event-bodies.ts';
import type { RecordedEvent } from '../../shared/session/event.ts';
import { prepared } from './connection.ts';
import { courseOnDisk, patientOnDisk, sessionOnDisk, staffOnDisk } from './facts.ts';
import type { Sqlite } from './sqlite.ts';

/** One derived table: which streams it follows, and how its rows follow from their events. */
interface Projection<Facts> {
  readonly prefix: string;
  readonly load: (database: Sqlite, id: string) => Facts | null;
  readonly after: (facts: Facts | null, event: RecordedEvent<unknown>) => Facts | null;
  readonly save: (database: Sqlite, id: string, facts: Facts) => void;
}

/** Rows that a batch of events touched, folded in memory and written once at its end. */
export interface Batch {
  readonly add: (event: RecordedEvent<unknown>) => void;
  /** Whether any row is to be written: most events of a session change none. */
  readonly changed: () => boolean;
  readonly write: () => void;
}

/** Starts a batch over all derived tables. */
export function startBatch(database: Sqlite): Batch {
  const parts = [
    batchOf(database, sessionProjection),
    batchOf(database, patientProjection),
    batchOf(database, courseProjection),
    batchOf(database, staffProjection),
  ];
  return {
    add: (event) => {
      for (const part of parts) part.add(event);
    },
    changed: () => parts.some((part) => part.changed()),
    write: () => {
      for (const part of parts) part.write();
    },
  };
}

function batchOf<Facts>(database: Sqlite, projection: Projection<Facts>): Batch {
  const touched = new Map<string, Facts | null>();
  const changed = new Set<string>();
  return {
    add: (event) => {
      if (!event.stream.startsWith(projection.prefix)) return;
      const id = event.stream.slice(projection.prefix.length);
      const before = touched.has(id) ? (touched.get(id) ?? null) : projection.load(database, id);
      const after = projection.after(before, event);
      touched.set(id, after);
      if (after !== before) changed.add(id);
    },
    changed: () => changed.size > 0,
    write: () => {
      for (const [id, facts] of touched) if (facts !== null && changed.has(id)) projection.save(database, id, facts);
    },
  };
}

/** A fold over parsed bodies: an event whose body no longer fits its schema changes nothing here; checks name it. */
function folding<Facts, Body>(
  schema: z.ZodMiniType<Body>,
  fold: (facts: Facts | null, event: RecordedEvent<Body>) => Facts | null,
): Projection<Facts>['after'] {
  return (facts, event) => {
    const body = schema.safeParse(event.body);
    return body.success ? fold(facts, { ...event, body: body.data }) : facts;
  };
}

const foldSession = folding<SessionFacts, z.infer<typeof sessionBodySchema>>(sessionBodySchema, sessionFactsAfter);
const typedSchema = z.object({ type: z.string() });

const sessionProjection: Projection<SessionFacts> = {
  prefix: 'session:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM session_rows WHERE session_id = ?').get(id);
    return row === undefined ? null : sessionOnDisk(row);
  },
  after: (facts, event) => {
    const typed = typedSchema.safeParse(event.body);
    return typed.success && sessionRowTypes.has(typed.data.type) ? foldSession(facts, event) : facts;
  },
  save: (database, id, facts) => {
    const given = facts.startedAt === null ? 0 : 1;
    prepared(
      database,
      `INSERT OR REPLACE INTO session_rows (session_id, created_at, phase, course_id, patient_id, given, facts)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, facts.createdAt, facts.phase, facts.courseId, facts.patientId, given, JSON.stringify(facts));
  },
};

const patientProjection: Projection<Patient> = {
  prefix: 'patient:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM patient_rows WHERE patient_id = ?').get(id);
    return row === undefined ? null : patientOnDisk(row);
  },
  after: folding(patientBodySchema, patientAfter),
  save: (database, id, facts) => {
    prepared(
      database,
      `INSERT OR REPLACE INTO patient_rows (patient_id, created_at, name_key, birth_date, facts) VALUES (?, ?, ?, ?, ?)`,
    ).run(id, facts.createdAt, searchKey(facts.name), facts.birthDate, JSON.stringify(facts));
  },
};

const courseProjection: Projection<CourseFacts> = {
  prefix: 'course:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM course_rows WHERE course_id = ?').get(id);
    return row === undefined ? null : courseOnDisk(row);
  },
  after: folding(courseBodySchema, courseAfter),
  save: (database, id, facts) => {
    const sql = 'INSERT OR REPLACE INTO course_rows (course_id, patient_id, created_at, facts) VALUES (?, ?, ?, ?)';
    prepared(database, sql).run(id, facts.patientId, facts.createdAt, JSON.stringify(facts));
  },
};

const staffProjection: Projection<StaffRecord> = {
  prefix: 'staff:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM staff_rows WHERE staff_id = ?').get(id);
    return row === undefined ? null : staffOnDisk(row);
  },
  after: folding(staffBodySchema, staffAfter),
  save: (database, id, facts) => {
    prepared(database, 'INSERT OR REPLACE INTO staff_rows (staff_id, facts) VALUES (?, ?)').run(
      id,
      JSON.stringify(facts),
    );
  },
};

/** Takes an erased patient out of the derived rows. Their events fold to nothing, so a rebuild leaves them out too. */
export function forgetPatient(database: Sqlite, patientId: string): void {
  for (const table of ['session_rows', 'course_rows', 'patient_rows'])
    prepared(database, `DELETE FROM ${table} WHERE patient_id = ?`).run(patientId);
}
