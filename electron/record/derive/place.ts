import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

/** Moves on whenever a fold or a derived row changes its form: everything derived is then folded anew. */
export const PROJECTION_VERSION = 5;

/** How far the derived rows were brought. Of events up to `scanned` those in (`from`, `left`] are still to be swept. */
export interface Place {
  scanned: number;
  from: number;
  left: number;
  /** Streams that this run of the program folded whole while a sweep goes on. */
  readonly whole: Set<string>;
}

const rowSchema = z.object({ version: z.int(), cursor: z.int(), sweep_from: z.int(), sweep_left: z.int() });

/** Where the derived rows stand. Rows of another version stay, and are folded anew one by one in a sweep over everything. */
export function readPlace(database: Sqlite): Place {
  const row = rowSchema.parse(prepared(database, 'SELECT * FROM derived WHERE id = 1').get());
  const current = row.version === PROJECTION_VERSION;
  const sweep = current ? { from: row.sweep_from, left: row.sweep_left } : { from: 0, left: row.cursor };
  return { scanned: row.cursor, ...sweep, whole: new Set() };
}

/** Writes down where the derived rows stand, in the transaction that brought them there. */
export function writePlace(database: Sqlite, place: Place): void {
  const sql = 'UPDATE derived SET version = ?, cursor = ?, sweep_from = ?, sweep_left = ?';
  prepared(database, sql).run(PROJECTION_VERSION, place.scanned, place.from, place.left);
}
