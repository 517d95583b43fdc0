import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

/** Row ids that belong to one millisecond. */
const PER_MS = 1024;
const rowIdSchema = z.object({ row_id: z.int() });

/** The lowest row id of what was created at an instant or after it, epoch ms; 2 ** 53 holds until the year 2248. */
export function rowIdFrom(createdAt: number): number {
  return Math.max(0, Math.ceil(createdAt)) * PER_MS;
}

/** The row id of something that has a row, or a free one for something created at an instant, epoch ms. */
export function rowIdFor(
  database: Sqlite,
  table: 'session_rows' | 'patient_rows',
  key: 'session_id' | 'patient_id',
  id: string,
  createdAt: number,
): number {
  const known = rowIdOf(database, table, key, id);
  if (known !== null) return known;
  const from = Math.max(0, Math.floor(createdAt)) * PER_MS;
  const sql = `SELECT coalesce(max(row_id) + 1, ?) AS row_id FROM ${table} WHERE row_id BETWEEN ? AND ?`;
  return rowIdSchema.parse(prepared(database, sql).get(from, from, from + PER_MS - 1)).row_id;
}

/** The row id of something that has a row, or null. */
export function rowIdOf(
  database: Sqlite,
  table: 'session_rows' | 'patient_rows',
  key: 'session_id' | 'patient_id',
  id: string,
): number | null {
  const row = prepared(database, `SELECT row_id FROM ${table} WHERE ${key} = ?`).get(id);
  return row === undefined ? null : rowIdSchema.parse(row).row_id;
}
