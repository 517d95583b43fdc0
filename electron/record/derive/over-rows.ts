import * as z from 'zod/mini';
import { figuresOf, type SessionFigures } from '../../../shared/review/figures.ts';
import { waitsOf } from '../../../shared/review/waits.ts';
import { owedCopies } from '../../../shared/session/patient-copy.ts';
import { sessionEventSchema, sessionStream } from '../../../shared/session/event.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { Session } from '../../../shared/session/state.ts';
import { prepared } from '../connection.ts';
import { eventsSince } from '../event-rows.ts';
import type { Sqlite } from '../sqlite.ts';
import { protocolOf } from './protocols.ts';
import { isAskedBetween, keepSafety } from './safety-rows.ts';

const staleSchema = z.array(z.object({ row_id: z.int(), session_id: z.string(), protocol_hash: z.string() }));

/** Beside the reasons for which something waits for staff: a copy that the patient asked for, since they did. */
export const COPY = 'copy';

const countSchema = z.object({ count: z.int() });

/** Something was recorded in a session that is over: it is to be looked at again. */
export function markStale(database: Sqlite, rowId: number): void {
  const sql = `INSERT INTO session_over (row_id, stale, early, adverse, due, on_time) VALUES (?, 1, 0, 0, 0, 0)
    ON CONFLICT (row_id) DO UPDATE SET stale = 1`;
  prepared(database, sql).run(rowId);
}

/** A session is gone, or not over any more. */
export function forgetOver(database: Sqlite, rowId: number): void {
  prepared(database, 'DELETE FROM session_over WHERE row_id = ?').run(rowId);
  prepared(database, 'DELETE FROM session_waits WHERE row_id = ?').run(rowId);
}

/**
 * Looks at the newest sessions that are to be looked at, as a whole: what waits in them, and their figures. In a transaction of the caller's.
 * @param limit sessions at most, about 4 ms each
 * @returns whether more are left
 */
export function lookAtOver(database: Sqlite, limit: number): boolean {
  const sql = `SELECT o.row_id, s.session_id, s.protocol_hash FROM session_over o JOIN session_rows s ON s.row_id = o.row_id
    WHERE o.stale = 1 ORDER BY o.row_id DESC LIMIT ?`;
  const rows = staleSchema.parse(prepared(database, sql).all(limit + 1));
  for (const { row_id: rowId, session_id: sessionId, protocol_hash: hash } of rows.slice(0, limit)) {
    const session = replayed(database, sessionId);
    const protocol = protocolOf(database, hash);
    keepWaits(database, rowId, session);
    const patientId = session?.created.patientId ?? null;
    if (session !== null && patientId !== null && (session.safety.length > 0 || isAskedBetween(database, patientId)))
      keepSafety(database, patientId);
    keepFigures(database, rowId, session === null || protocol === null ? noFigures : figuresOf(session, protocol));
  }
  return rows.length > limit;
}

/** Whether any session is to be looked at. */
export function isAnyStale(database: Sqlite): boolean {
  return prepared(database, 'SELECT 1 FROM session_over WHERE stale = 1 LIMIT 1').get() !== undefined;
}

/** How many are to be looked at. */
export function countStale(database: Sqlite): number {
  const sql = 'SELECT count(*) AS count FROM session_over WHERE stale = 1';
  return countSchema.parse(prepared(database, sql).get()).count;
}

/** Of a session that cannot be read nothing is counted, and nothing waits. */
const noFigures: SessionFigures = {
  ...{ startedAt: null, overAt: null, signedAt: null },
  ...{ early: false, adverse: 0, due: 0, onTime: 0, next: null },
};

function replayed(database: Sqlite, sessionId: string): Session | null {
  const events = z.array(sessionEventSchema).safeParse(eventsSince(database, sessionStream(sessionId), 0, -1));
  return events.success ? replay(events.data) : null;
}

function keepWaits(database: Sqlite, rowId: number, session: Session | null): void {
  prepared(database, 'DELETE FROM session_waits WHERE row_id = ?').run(rowId);
  const sql = 'INSERT INTO session_waits (row_id, reason, staff_id, since, count) VALUES (?, ?, ?, ?, ?)';
  for (const { reason, staffId, since, count } of session === null ? [] : waitsOf(session))
    prepared(database, sql).run(rowId, reason, staffId ?? '', since, count);
  const copies = session === null ? [] : owedCopies(session, 0, 0);
  const [first] = copies;
  if (first !== undefined) prepared(database, sql).run(rowId, COPY, '', first.copy.askedAt, copies.length);
}

function keepFigures(database: Sqlite, rowId: number, figures: SessionFigures): void {
  const { startedAt, overAt, signedAt, early, adverse, due, onTime, next } = figures;
  const sql = `UPDATE session_over SET stale = 0, started_at = ?, over_at = ?, signed_at = ?, early = ?, adverse = ?,
    due = ?, on_time = ?, next = ? WHERE row_id = ?`;
  prepared(database, sql).run(...[startedAt, overAt, signedAt, early ? 1 : 0, adverse, due, onTime, next, rowId]);
}
