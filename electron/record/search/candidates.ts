import * as z from 'zod/mini';
import { sessionFlags, type SessionFlag } from '../../../shared/people/people.ts';
import { birthDatesOf } from '../../../shared/people/search-key.ts';
import { prepared } from '../connection.ts';
import { matchOf } from '../derive/match.ts';
import { rowIdFrom } from '../derive/row-id.ts';
import type { Bindable, Sqlite } from '../sqlite.ts';
import type { SearchQuery } from './search-types.ts';

/** One thing that has to hold: as a table to walk down newest first, and as a question about one row. */
export interface Condition {
  /** A table with the column `id` of row ids, and what holds of its rows. */
  readonly table: string;
  readonly id: string;
  readonly where: string;
  readonly values: readonly Bindable[];
}

/** How a query is answered: one condition is walked down, the others are asked of each row it gives. */
export interface Plan {
  readonly walk: Condition;
  readonly ask: readonly Condition[];
}

const rowIdSchema = z.object({ id: z.int() });

/** Picks the way to walk: what is likely to give the fewest rows first. */
export function planOf(reader: Sqlite, query: SearchQuery): Plan {
  const [walk = everything, ...ask] = conditionsOf(reader, query);
  return { walk, ask };
}

/** The next row ids of a plan, newest first, in [from, before). */
export function walkDown(reader: Sqlite, { walk }: Plan, from: number, before: number, limit: number): number[] {
  const { table, id, where, values } = walk;
  const sql = `SELECT ${id} AS id FROM ${table} WHERE ${where} AND ${id} >= ? AND ${id} < ? ORDER BY ${id} DESC LIMIT ?`;
  // Whole numbers as such: the full text takes no others for a bound.
  const rows = prepared(reader, sql).all(...values, BigInt(from), BigInt(before), limit);
  return z
    .array(rowIdSchema)
    .parse(rows)
    .map((row) => row.id);
}

/** Whether everything else that was asked for holds of a row. */
export function holds(reader: Sqlite, { ask }: Plan, rowId: number): boolean {
  return ask.every(({ table, id, where, values }) => {
    const sql = `SELECT 1 FROM ${table} WHERE ${where} AND ${id} = ?`;
    return prepared(reader, sql).get(...values, BigInt(rowId)) !== undefined;
  });
}

const inRows = { table: 'session_rows', id: 'row_id' };
/** Every session, by an index that holds nothing else. */
export const everything: Condition = { ...inRows, where: '1', values: [] };

/** That a session carries a mark. */
export function flagCondition(flag: SessionFlag): Condition {
  return { ...inRows, where: `${flag} = 1`, values: [] };
}

/** What has to hold, what is likely to give the fewest rows first; empty where everything is wanted. */
export function conditionsOf(reader: Sqlite, query: Omit<SearchQuery, 'before'>): Condition[] {
  const { patientId, staffId, protocolHashes } = query;
  return [
    ...(patientId === null ? [] : [{ ...inRows, where: 'patient_id = ?', values: [patientId] }]),
    ...textConditions(reader, query.text),
    ...sessionFlags.filter((flag) => query.flags.includes(flag)).map(flagCondition),
    ...(staffId === null ? [] : [{ table: 'session_staff', id: 'row_id', where: 'staff_id = ?', values: [staffId] }]),
    ...(protocolHashes.length === 0
      ? []
      : [{ ...inRows, where: `protocol_hash IN (${protocolHashes.map(() => '?').join()})`, values: protocolHashes }]),
  ];
}

function textConditions(reader: Sqlite, text: string): Condition[] {
  const [day, other = ''] = birthDatesOf(text);
  if (day !== undefined) {
    const born = 'patient_id IN (SELECT patient_id FROM patient_rows WHERE birth_date IN (?, ?))';
    const days = (other === '' ? [day] : [day, other]).map(rowsOfDay);
    const held = days.map(() => 'row_id >= ? AND row_id < ?').join(' OR ');
    // A date is a birth date, or the day of the session, here where it is looked for.
    return [{ ...inRows, where: `(${born} OR ${held})`, values: [day, other, ...days.flat()] }];
  }
  const match = matchOf(reader, 'session_search', text);
  return match === null
    ? []
    : [{ table: 'session_search', id: 'rowid', where: 'session_search MATCH ?', values: [match] }];
}

/** Row ids of a calendar day of this PC, `YYYY-MM-DD`: from the first to the one after the last. */
function rowsOfDay(day: string): [number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const from = new Date(year, month - 1, date).getTime();
  return [rowIdFrom(from), rowIdFrom(new Date(year, month - 1, date + 1).getTime())];
}
