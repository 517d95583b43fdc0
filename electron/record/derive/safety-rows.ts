import * as z from 'zod/mini';
import { openSafetyAnswers } from '../../../shared/questionnaires/sheets.ts';
import type { WaitReason } from '../../../shared/review/waits.ts';
import { prepared } from '../connection.ts';
import { courseOf } from '../search/course.ts';
import type { Sqlite } from '../sqlite.ts';

const rowsSchema = z.array(z.object({ row_id: z.int(), session_id: z.string() }));
const newestSchema = z.object({ row_id: z.nullable(z.int()) });
const IN_SESSION: WaitReason = 'safety';
const BETWEEN: WaitReason = 'safetyBetween';

/**
 * What nobody has spoken about with a patient yet, of all that is known of them: an answer is carried from one session to the
 * next, and whoever settled it anywhere settled it. Each stands at the session where it was given; one that was given between sessions, at the last
 * one that is over.
 */
export function keepSafety(database: Sqlite, patientId: string): void {
  const rows = rowsSchema.parse(
    prepared(
      database,
      `SELECT s.row_id, s.session_id FROM session_rows s JOIN session_over o ON o.row_id = s.row_id
       WHERE s.patient_id = ? ORDER BY s.row_id`,
    ).all(patientId),
  );
  const remove = 'DELETE FROM session_waits WHERE row_id = ? AND reason IN (?, ?)';
  for (const { row_id: rowId } of rows) prepared(database, remove).run(rowId, IN_SESSION, BETWEEN);
  const { infusions, between } = courseOf(database, patientId);
  const found = openSafetyAnswers([...infusions, ...between]).flatMap(({ safetyId, at }) => {
    const of = infusions.find(({ safety }) => safety.some((said) => said.safetyId === safetyId));
    const own = rows.find(({ session_id: sessionId }) => sessionId === of?.sessionId);
    const row = own ?? rows.at(-1);
    return row === undefined ? [] : [{ rowId: row.row_id, reason: own === undefined ? BETWEEN : IN_SESSION, at }];
  });
  const add = `INSERT INTO session_waits (row_id, reason, staff_id, since, count) VALUES (?, ?, '', ?, 1)
    ON CONFLICT DO UPDATE SET since = min(since, excluded.since), count = count + 1`;
  for (const { rowId, reason, at } of found) prepared(database, add).run(rowId, reason, at);
}

/** A questionnaire of a course went on: the patient's last session that is over is looked at again, and with it what waits. */
export function markForSafety(database: Sqlite, patientId: string): void {
  const sql = `SELECT max(o.row_id) AS row_id FROM session_over o JOIN session_rows s ON s.row_id = o.row_id
    WHERE s.patient_id = ?`;
  const { row_id: rowId } = newestSchema.parse(prepared(database, sql).get(patientId));
  if (rowId !== null) prepared(database, 'UPDATE session_over SET stale = 1 WHERE row_id = ?').run(rowId);
}

/** Whether anything was ever asked of a patient between their sessions. */
export function isAskedBetween(database: Sqlite, patientId: string): boolean {
  const sql = `SELECT 1 FROM course_rows WHERE patient_id = ? AND json_extract(facts, '$.followUp.sheetsAt') IS NOT NULL`;
  return prepared(database, sql).get(patientId) !== undefined;
}
