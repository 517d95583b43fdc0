import * as z from 'zod/mini';
import { prepared } from './connection.ts';
import type { Sqlite } from './sqlite.ts';

/** How much a record holds; `since`: when its first entry was recorded, epoch ms. */
export interface Counts {
  readonly entries: number;
  readonly sessions: number;
  readonly since: number | null;
}

const countsSchema = z.object({ entries: z.int(), sessions: z.int(), since: z.nullable(z.number()) });

const SQL = `SELECT (SELECT coalesce(max(seq), 0) FROM events) AS entries,
  (SELECT count(*) FROM session_rows) AS sessions,
  (SELECT recorded_wall FROM events WHERE seq = 1) AS since`;

/** Counts without a walk over the events. */
export function countsOf(reader: Sqlite): Counts {
  return countsSchema.parse(prepared(reader, SQL).get());
}
