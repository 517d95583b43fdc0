import * as z from 'zod/mini';
import type { WaitingFor, WaitingPage, WaitingRow } from '../../../shared/ipc/review-lists.ts';
import { waitReasons, type WaitReason } from '../../../shared/review/waits.ts';
import { prepared } from '../connection.ts';
import { rowIdFrom } from '../derive/row-id.ts';
import { sessionRow } from '../lists.ts';
import type { Sqlite } from '../sqlite.ts';

/** For whom, and which part of it. */
export interface WaitingQuery {
  /** Whose list it is; null: of everybody. */
  readonly staffId: string | null;
  /** What this person can do something about. */
  readonly reasons: readonly WaitReason[];
  /** Only this of it; null: all. */
  readonly only: WaitReason | null;
  /** Sessions that were begun before this moment and are still open were forgotten, epoch ms. */
  readonly before: number;
  /** A session that is open in the room just now: it waits for nobody. */
  readonly live: string | null;
  readonly limit: number;
}

const countsSchema = z.array(z.object({ reason: z.enum(waitReasons), count: z.int() }));
const totalSchema = z.object({ total: z.int() });
const foundSchema = z.array(z.object({ row_id: z.int(), since: z.number() }));
const waitsSchema = z.array(
  z.object({ reason: z.enum(waitReasons), staff_id: z.string(), since: z.number(), count: z.int() }),
);

/** What waits for somebody, out of an index: no session is read but those that are shown. */
export function waitingAt(reader: Sqlite, query: WaitingQuery): WaitingPage {
  const forgotten = query.reasons.includes('notEnded') ? forgottenOf(reader, query) : [];
  const counted = countsOf(reader, query);
  const counts = { ...counted, notEnded: forgotten.length };
  const open = query.only === null || query.only === 'notEnded' ? forgotten : [];
  const over = query.only === 'notEnded' ? [] : overOf(reader, query);
  const found = query.only === null ? totalOf(reader, query) : query.only === 'notEnded' ? 0 : counted[query.only];
  return { rows: [...open, ...over].slice(0, query.limit), total: open.length + found, counts };
}

/** What holds of a wait that is this person's. */
function own({ staffId, reasons }: WaitingQuery, only: WaitReason | null) {
  const asked = only === null ? reasons : reasons.filter((reason) => reason === only);
  const where = `reason IN (${asked.map(() => '?').join()})${staffId === null ? '' : " AND staff_id IN ('', ?)"}`;
  return { where, values: [...asked, ...(staffId === null ? [] : [staffId])] };
}

function countsOf(reader: Sqlite, query: WaitingQuery): Record<WaitReason, number> {
  const { where, values } = own(query, null);
  const sql = `SELECT reason, count(DISTINCT row_id) AS count FROM session_waits WHERE ${where} GROUP BY reason`;
  const found = countsSchema.parse(prepared(reader, sql).all(...values));
  const none = Object.fromEntries(waitReasons.map((reason) => [reason, 0])) as Record<WaitReason, number>;
  return { ...none, ...Object.fromEntries(found.map(({ reason, count }) => [reason, count])) };
}

function totalOf(reader: Sqlite, query: WaitingQuery): number {
  const { where, values } = own(query, null);
  const sql = `SELECT count(DISTINCT row_id) AS total FROM session_waits WHERE ${where}`;
  return totalSchema.parse(prepared(reader, sql).get(...values)).total;
}

function overOf(reader: Sqlite, query: WaitingQuery): WaitingRow[] {
  const { where, values } = own(query, query.only);
  const sql = `SELECT row_id, min(since) AS since FROM session_waits WHERE ${where}
    GROUP BY row_id ORDER BY 2, row_id LIMIT ?`;
  const rows = foundSchema.parse(prepared(reader, sql).all(...values, query.limit));
  return rows.flatMap(({ row_id: rowId }) => {
    const row = prepared(reader, 'SELECT facts FROM session_rows WHERE row_id = ?').get(rowId);
    return row === undefined ? [] : [{ session: sessionRow(reader, row), waits: waitsAt(reader, query, rowId) }];
  });
}

function waitsAt(reader: Sqlite, query: WaitingQuery, rowId: number): WaitingFor[] {
  const { where, values } = own(query, null);
  const sql = `SELECT reason, staff_id, since, count FROM session_waits WHERE row_id = ? AND ${where}`;
  return waitsSchema
    .parse(prepared(reader, sql).all(rowId, ...values))
    .map(({ staff_id: staffId, ...wait }) => ({ ...wait, staffId: staffId === '' ? null : staffId }))
    .toSorted((a, b) => waitReasons.indexOf(a.reason) - waitReasons.indexOf(b.reason));
}

/** Sessions of patients that were begun and never ended: the app was closed, or the nurse forgot. */
function forgottenOf(reader: Sqlite, { before, live }: WaitingQuery): WaitingRow[] {
  const sql = `SELECT facts FROM session_rows WHERE phase IN ('preChecks', 'infusing', 'overtime', 'recovery')
    AND row_id < ? ORDER BY row_id`;
  return prepared(reader, sql)
    .all(rowIdFrom(before))
    .map((row) => sessionRow(reader, row))
    .filter(({ sessionId, practice }) => sessionId !== live && !practice)
    .map((session) => {
      const since = session.startedAt ?? session.createdAt;
      return { session, waits: [{ reason: 'notEnded', staffId: null, since, count: 1 }] };
    });
}
