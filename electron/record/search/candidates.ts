import * as z from 'zod/mini';
import { sessionFlags } from '../../../shared/people/people.ts';
import { birthDatesOf } from '../../../shared/people/search-key.ts';
import { prepared } from '../connection.ts';
import { matchOf } from '../derive/match.ts';
import type { Bindable, Sqlite } from '../sqlite.ts';
import type { SearchQuery } from './search-types.ts';

/** One thing that has to hold: as a table to walk down newest first, and as a question about one row. */
interface Condition {
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
const everything: Condition = { ...inRows, where: '1', values: [] };

function conditionsOf(reader: Sqlite, query: SearchQuery): Condition[] {
  const { patientId, staffId, protocolHash } = query;
  return [
    ...(patientId === null ? [] : [{ ...inRows, where: 'patient_id = ?', values: [patientId] }]),
    ...textConditions(reader, query.text),
    ...sessionFlags
      .filter((flag) => query.flags.includes(flag))
      .map((flag) => ({ ...inRows, where: `${flag} = 1`, values: [] })),
    ...(staffId === null ? [] : [{ table: 'session_staff', id: 'row_id', where: 'staff_id = ?', values: [staffId] }]),
    ...(protocolHash === null ? [] : [{ ...inRows, where: 'protocol_hash = ?', values: [protocolHash] }]),
  ];
}

function textConditions(reader: Sqlite, text: string): Condition[] {
  const [day, other = ''] = birthDatesOf(text);
  if (day !== undefined) {
    const born = 'patient_id IN (SELECT patient_id FROM patient_rows WHERE birth_date IN (?, ?))';
    return [{ ...inRows, where: born, values: [day, other] }];
  }
  const match = matchOf(reader, 'session_search', text);
  return match === null
    ? []
    : [{ table: 'session_search', id: 'rowid', where: 'session_search MATCH ?', values: [match] }];
}
