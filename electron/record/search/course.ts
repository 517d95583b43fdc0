import * as z from 'zod/mini';
import type { CourseInfusion } from '../../../shared/review/course.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Infusions } from './infusions.ts';

/** Infusions that are read at most, the last ones. */
const MOST = 12;

const rowsSchema = z.array(z.object({ session_id: z.string() }));
const countSchema = z.object({ count: z.int() });

/** A patient's infusions, oldest first, as far as they can be read; `all`: how many sessions of theirs there are. */
export interface FoundCourse {
  readonly infusions: CourseInfusion[];
  readonly all: number;
}

/** The last sessions of one patient, oldest first. */
export function lastSessionsOf(reader: Sqlite, patientId: string): readonly string[] {
  const sql = `SELECT session_id FROM session_rows WHERE patient_id = ? ORDER BY row_id DESC LIMIT ${MOST}`;
  const rows = rowsSchema.parse(prepared(reader, sql).all(patientId));
  return rows.toReversed().map((row) => row.session_id);
}

/** The last infusions of one patient. One that was erased or cannot be read is left out. */
export function courseOf(reader: Sqlite, told: Infusions, patientId: string): FoundCourse {
  const count = prepared(reader, 'SELECT count(*) AS count FROM session_rows WHERE patient_id = ?').get(patientId);
  return {
    infusions: lastSessionsOf(reader, patientId).flatMap((sessionId) => told(sessionId).infusion ?? []),
    all: countSchema.parse(count).count,
  };
}
