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
  const found = foundOf(reader, sets, query);
  const ids = query.sort === 'newest' ? found : inOrder(found, sets, query.sort);
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
  return begun.filter((id) => id >= from && id < to && others.every((set) => set.has(id)));
}

function inOrder(ids: readonly number[], sets: RowSets, sort: 'oldest' | 'name'): readonly number[] {
  if (sort === 'oldest') return ids.toReversed();
  const ranks = sets.nameRanks();
  const keyed = Array.from(ids, (id) => ({ id, rank: ranks.get(id) ?? Infinity }));
  return keyed.toSorted((a, b) => (a.rank === b.rank ? b.id - a.id : a.rank - b.rank)).map(({ id }) => id);
}

function countsOf(ids: readonly number[], sets: RowSets): Record<SessionFlag, number> {
  const counts = sessionFlags.map((flag): [SessionFlag, number] => {
    const marked = sets.setOf(flagCondition(flag));
    let count = 0;
    for (const id of ids) if (marked.has(id)) count += 1;
    return [flag, count];
  });
  return Object.fromEntries(counts) as Record<SessionFlag, number>;
}
