import * as z from 'zod/mini';
import { erasureBodySchema, type ErasureBody } from '../../../shared/people/erasure-events.ts';
import { patientStream } from '../../../shared/people/patient-events.ts';
import type { Patient } from '../../../shared/people/people.ts';
import type { Author } from '../../../shared/session/event.ts';
import { prepared } from '../connection.ts';
import { authorOf } from '../event-rows.ts';
import { patientOnDisk } from '../facts.ts';
import type { Sqlite } from '../sqlite.ts';

/** A patient and the moment (epoch ms) of their last session, or of their being entered. */
export interface QuietPatient {
  readonly patient: Patient;
  readonly lastAt: number;
}

/** What an erasure left behind. */
export interface Erasure {
  readonly erasureId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly author: Author;
  readonly entries: number;
  readonly rule: string;
  readonly reason: string;
}

/** Somebody erased: by their random id, which is all that is left, and why. */
export interface ErasedPatient {
  readonly patientId: string;
  readonly rule: string;
  readonly reason: string;
}

const erasedRowSchema = z.object({ stream: z.string(), body: z.instanceof(Uint8Array) });
const quietRowSchema = z.object({ last_at: z.number(), facts: z.string() });
const lastRowSchema = z.object({ last_at: z.number() });
const erasureRowSchema = z.object({
  stream: z.string(),
  recorded_wall: z.number(),
  author: z.string(),
  body: z.instanceof(Uint8Array),
});

/** The last entry about a patient that has a date of its own: their newest session, their newest course, themselves. */
const LAST_AT = `max(p.created_at,
  coalesce((SELECT max(created_at) FROM session_rows WHERE patient_id = p.patient_id), 0),
  coalesce((SELECT max(created_at) FROM course_rows WHERE patient_id = p.patient_id), 0))`;

/** Patients without an entry at or after a moment (epoch ms), longest quiet first; at most `limit`. */
export function quietPatients(reader: Sqlite, before: number, limit: number): QuietPatient[] {
  const sql = `SELECT p.facts, ${LAST_AT} AS last_at FROM patient_rows p
    WHERE p.created_at < ? AND ${LAST_AT} < ? ORDER BY last_at, p.patient_id LIMIT ?`;
  const rows = z.array(quietRowSchema).parse(prepared(reader, sql).all(before, before, limit));
  return rows.map((row) => ({ patient: patientOnDisk(row), lastAt: row.last_at }));
}

/** Moment (epoch ms) of the last entry about a patient; null for somebody unknown. */
export function quietSince(reader: Sqlite, patientId: string): number | null {
  const sql = `SELECT ${LAST_AT} AS last_at FROM patient_rows p WHERE p.patient_id = ?`;
  const row = prepared(reader, sql).get(patientId);
  return row === undefined ? null : lastRowSchema.parse(row).last_at;
}

/** Everybody whom an erasure took away, with its cause. */
export function erasedPatients(reader: Sqlite): ErasedPatient[] {
  const sql = `SELECT e.stream, b.body FROM events e JOIN erasures x ON x.seq = e.seq JOIN bodies b ON b.seq = x.erasure_seq
    WHERE e.stream >= 'patient:' AND e.stream < 'patient;' AND e.stream_seq = 1`;
  return z
    .array(erasedRowSchema)
    .parse(prepared(reader, sql).all())
    .flatMap((row) => {
      const body = bodyOf(row.body);
      if (body === null) return [];
      return [{ patientId: row.stream.slice(patientStream('').length), rule: body.rule, reason: body.reason }];
    });
}

/** Erasures, newest first; at most `limit`. */
export function erasures(reader: Sqlite, limit: number): Erasure[] {
  const sql = `SELECT e.stream, e.recorded_wall, e.author, b.body FROM events e JOIN bodies b ON b.seq = e.seq
    WHERE e.stream >= 'erasure:' AND e.stream < 'erasure;' ORDER BY e.seq DESC LIMIT ?`;
  return z
    .array(erasureRowSchema)
    .parse(prepared(reader, sql).all(limit))
    .flatMap((row) => {
      const body = bodyOf(row.body);
      if (body === null) return [];
      return [
        {
          erasureId: row.stream.slice('erasure:'.length),
          at: row.recorded_wall,
          author: authorOf(row.author),
          entries: body.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0),
          rule: body.rule,
          reason: body.reason,
        },
      ];
    });
}

function bodyOf(bytes: Uint8Array): ErasureBody | null {
  const parsed = erasureBodySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return parsed.success ? parsed.data : null;
}
