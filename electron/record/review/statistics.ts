import * as z from 'zod/mini';
import { weekFigures, type CountedSession, type WeekFigures } from '../../../shared/review/statistics.ts';
import { prepared } from '../connection.ts';
import { rowIdFrom } from '../derive/row-id.ts';
import type { Sqlite } from '../sqlite.ts';

export interface StatisticsQuery {
  /** How many weeks, this one with them. */
  readonly weeks: number;
  readonly signDays: number;
  /** Epoch ms. */
  readonly now: number;
}

/** A session is made before it is started, at most so long: a week further back is looked through for it. */
const MADE_BEFORE_DAYS = 7;

const time = z.nullable(z.number());
const rowSchema = z.tuple([time, z.number(), time, z.int(), z.int(), z.int(), z.int()]);

/** The last weeks, from Monday to Monday of this PC's calendar, out of the derived figures alone. */
export function statisticsOf(reader: Sqlite, { weeks, signDays, now }: StatisticsQuery): WeekFigures[] {
  const starts = Array.from({ length: weeks }, (_, index) => monday(now, index - weeks + 1));
  const sql = `SELECT started_at, over_at, signed_at, early, adverse, due, on_time FROM session_over
    WHERE row_id >= ? AND over_at IS NOT NULL`;
  const from = dayOn(starts[0] ?? now, -MADE_BEFORE_DAYS);
  const rows = prepared(reader, sql).raw(true).all(rowIdFrom(from));
  // Columns of STRICT tables have the types they were declared with: one look at the first row.
  if (rows.length > 0) rowSchema.parse(rows[0]);
  const sessions = (rows as z.infer<typeof rowSchema>[]).map(
    ([startedAt, overAt, signedAt, early, adverse, due, onTime]): CountedSession => ({
      ...{ startedAt, overAt, signedAt, early: early === 1, adverse, due, onTime },
    }),
  );
  return weekFigures(sessions, { weeks: starts, to: monday(now, 1), signDays, now });
}

/** The beginning of the week of a moment, or so many weeks on. */
function monday(at: number, weeksOn: number): number {
  const sinceMonday = (new Date(at).getDay() + 6) % 7;
  return dayOn(at, 7 * weeksOn - sinceMonday);
}

/** The beginning of a calendar day of this PC, some days on. */
function dayOn(at: number, days: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
