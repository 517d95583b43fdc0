import { sessionFlags, type SessionFlag } from '../../../shared/people/people.ts';
import { prepared } from '../connection.ts';
import { rowIdFrom } from '../derive/row-id.ts';
import { sessionRow } from '../lists.ts';
import type { Sqlite } from '../sqlite.ts';
import { conditionsOf, flagCondition } from './candidates.ts';
import type { RowSets } from './row-sets.ts';
import type { FoundPage, PageQuery } from './search-types.ts';

/**
 * A stretch of all sessions that a search finds, and how many there are. Every condition is answered by row ids alone, which
 * are kept while the lists stay as they are: a letter more asks for its own ids, a stretch further down for none.
 */
export function pageAt(reader: Sqlite, sets: RowSets, query: PageQuery): FoundPage {
  // All of it is one look at the lists: what is kept of it must not be half of before a write and half of after it.
  reader.exec('BEGIN');
  try {
    return lookedAt(reader, sets, query);
  } finally {
    reader.exec('COMMIT');
  }
}

function lookedAt(reader: Sqlite, sets: RowSets, query: PageQuery): FoundPage {
  const found = foundOf(reader, sets, query);
  const { sort } = query;
  const ids = sort === 'newest' ? found : sets.made(`${keyOf(query)} ${sort}`, () => inOrder(found, sets, sort));
  const offset = Math.min(query.offset, ids.length);
  const sessions = Array.from(ids.slice(offset, offset + query.limit)).flatMap((id) => {
    const row = prepared(reader, 'SELECT facts FROM session_rows WHERE row_id = ?').get(id);
    return row === undefined ? [] : [sessionRow(reader, row)];
  });
  return { sessions, offset, total: ids.length, flags: countsOf(found, sets) };
}

/** Row ids of all that is found, newest first. */
function foundOf(reader: Sqlite, sets: RowSets, query: PageQuery): readonly number[] {
  const [first, ...rest] = conditionsOf(reader, query);
  const begun = first === undefined ? sets.all() : sets.of(first);
  const others = rest.map((condition) => sets.setOf(condition));
  const from = query.from === null ? 0 : rowIdFrom(query.from);
  const to = query.to === null ? Infinity : rowIdFrom(query.to);
  if (others.length === 0 && from === 0 && to === Infinity) return begun;
  return sets.made(keyOf(query), () =>
    begun.filter((id) => id >= from && id < to && others.every((set) => set.has(id))),
  );
}

/** What a query narrows by: the same for every stretch of what it finds. */
function keyOf({ text, patientId, from, to, staffId, protocolHashes, flags }: PageQuery): string {
  return JSON.stringify([text, patientId, from, to, staffId, protocolHashes, flags]);
}

function inOrder(ids: readonly number[], sets: RowSets, sort: 'oldest' | 'name'): readonly number[] {
  if (sort === 'oldest') return ids.toReversed();
  const ranks = sets.nameRanks();
  const keyed = Array.from(ids, (id) => ({ id, rank: ranks.get(id) ?? Infinity }));
  return keyed.toSorted((a, b) => (a.rank === b.rank ? b.id - a.id : a.rank - b.rank)).map(({ id }) => id);
}

/** Marks counted before, by what they were counted in: a list of row ids is made anew whenever the lists change. */
const counted = new WeakMap<readonly number[], Record<SessionFlag, number>>();

function countsOf(ids: readonly number[], sets: RowSets): Record<SessionFlag, number> {
  const before = counted.get(ids);
  if (before !== undefined) return before;
  const counts = sessionFlags.map((flag): [SessionFlag, number] => [flag, inBoth(ids, sets.of(flagCondition(flag)))]);
  const found = Object.fromEntries(counts) as Record<SessionFlag, number>;
  counted.set(ids, found);
  return found;
}

/** How many ids stand in both lists, each newest first. */
function inBoth(ids: readonly number[], others: readonly number[]): number {
  let count = 0;
  let at = 0;
  for (const other of others) {
    while ((ids[at] ?? 0) > other) at += 1;
    if (ids[at] === other) count += 1;
  }
  return count;
}
