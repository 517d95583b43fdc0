import * as z from 'zod/mini';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import { everything, type Condition } from './candidates.ts';

/** Answers to conditions that are kept at most, beside that of everything. */
const KEPT = 40;

const placeSchema = z.object({ version: z.int(), cursor: z.int(), sweep_left: z.int() });
const namedSchema = z.array(z.object({ row_id: z.int(), patient_id: z.string() }));
const keysSchema = z.array(z.object({ patient_id: z.string(), name_key: z.string() }));

/** Row ids by condition, newest first, kept until the lists change. */
export interface RowSets {
  /** Of one condition. */
  readonly of: (condition: Condition) => readonly number[];
  /** The same, to ask about single rows. */
  readonly setOf: (condition: Condition) => ReadonlySet<number>;
  readonly all: () => readonly number[];
  /** An answer made of others, kept under a name as long as the lists are the same. */
  readonly made: (name: string, make: () => readonly number[]) => readonly number[];
  /** Where the name of a row's patient stands in the order of names; those without a patient come last. */
  readonly nameRanks: () => ReadonlyMap<number, number>;
  /** A text that is the same as long as the lists are. */
  readonly state: () => string;
}

/** Reads them on a connection that only reads; indexes answer them without a look at the rows themselves. */
export function rowSets(reader: Sqlite): RowSets {
  let known = '';
  const lists = new Map<string, readonly number[]>();
  const sets = new Map<string, ReadonlySet<number>>();
  let whole: readonly number[] | null = null;
  let ranks: ReadonlyMap<number, number> | null = null;
  const state = (): string => {
    const row = placeSchema.parse(prepared(reader, 'SELECT version, cursor, sweep_left FROM derived').get());
    const now = `${row.version} ${row.cursor} ${row.sweep_left}`;
    if (now !== known) {
      lists.clear();
      sets.clear();
      whole = null;
      ranks = null;
      known = now;
    }
    return now;
  };
  const kept = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const found = map.get(key) ?? make();
    // What was asked for last goes last.
    map.delete(key);
    map.set(key, found);
    if (map.size > KEPT) map.delete(map.keys().next().value ?? '');
    return found;
  };
  const of = (condition: Condition): readonly number[] => {
    state();
    if (condition === everything) return (whole ??= idsOf(reader, everything));
    return kept(lists, keyOf(condition), () => idsOf(reader, condition));
  };
  return {
    of,
    setOf: (condition) => {
      state();
      return kept(sets, keyOf(condition), () => new Set(of(condition)));
    },
    all: () => of(everything),
    made: (name, make) => {
      state();
      return kept(lists, name, make);
    },
    nameRanks: () => {
      state();
      return (ranks ??= ranksOf(reader));
    },
    state,
  };
}

function keyOf({ table, where, values }: Condition): string {
  return JSON.stringify([table, where, values]);
}

function idsOf(reader: Sqlite, condition: Condition): readonly number[] {
  const { table, id, where, values } = condition;
  // Every row's id stands in this index, which is a tenth of the rows.
  const from = condition === everything ? 'session_rows INDEXED BY session_rows_protocol' : table;
  const sql = `SELECT ${id} FROM ${from} WHERE ${where} ORDER BY ${id} DESC`;
  // Whole numbers from a column of them: looked at one by one, 50,000 would take as long as the reading itself.
  return prepared(reader, sql)
    .pluck(true)
    .all(...values) as number[];
}

function ranksOf(reader: Sqlite): ReadonlyMap<number, number> {
  const people = keysSchema.parse(prepared(reader, 'SELECT patient_id, name_key FROM patient_rows').all());
  const names = people.toSorted((a, b) => (a.name_key < b.name_key ? -1 : a.name_key > b.name_key ? 1 : 0));
  const rank = new Map(names.map(({ patient_id: patientId }, index) => [patientId, index]));
  const sql = `SELECT row_id, patient_id FROM session_rows INDEXED BY session_rows_patient WHERE patient_id IS NOT NULL`;
  const rows = namedSchema.parse(prepared(reader, sql).all());
  return new Map(rows.map((row) => [row.row_id, rank.get(row.patient_id) ?? Infinity]));
}
