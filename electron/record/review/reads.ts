import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

/** Lines given of one session at most, the last ones. */
const MOST = 100;

const rowsSchema = z.array(z.object({ staff_id: z.string(), at: z.number() }));

/** Somebody had a session's record open for a while. */
export interface Read {
  readonly staffId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Who read a session, the last first. */
export function readsOf(reader: Sqlite, sessionId: string): Read[] {
  const sql = `SELECT staff_id, at FROM session_reads WHERE session_id = ? ORDER BY at DESC LIMIT ${MOST}`;
  const rows = rowsSchema.parse(prepared(reader, sql).all(sessionId));
  return rows.map(({ staff_id: staffId, at }) => ({ staffId, at }));
}
