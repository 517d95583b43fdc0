import { prepared } from '../connection.ts';
import { rowIdFrom, rowIdOf } from '../derive/row-id.ts';
import { sessionRow } from '../lists.ts';
import type { Sqlite } from '../sqlite.ts';
import { holds, planOf, walkDown } from './candidates.ts';
import { COUNTED, type Found, type SearchKey, type SearchQuery } from './search-types.ts';

/** Rows looked at between two looks at whether anybody still wants the answer: first few, then more, each a few ms of work. */
const FIRST_LOOK = 256;
const MOST = 4_096;
/** Later than any session. */
const END = Number.MAX_SAFE_INTEGER;

/**
 * Finds sessions, newest first, never by rank. A page goes on below a key, never after an offset, so that every step is
 * bounded however long the record is.
 * @param goOn asked between steps; a `false` ends the search
 * @returns null where it was ended
 */
export async function search(reader: Sqlite, query: SearchQuery, goOn: () => Promise<boolean>): Promise<Found | null> {
  const plan = planOf(reader, query);
  const first = query.before === null;
  const wanted = first ? Math.max(COUNTED, query.limit) + 1 : query.limit + 1;
  const from = query.from === null ? 0 : rowIdFrom(query.from);
  const ids: number[] = [];
  let before = startOf(reader, query);
  for (let look = FIRST_LOOK; ids.length < wanted; look = Math.min(look * 2, MOST)) {
    const candidates = walkDown(reader, plan, from, before, look);
    for (const id of candidates) if (ids.length < wanted && holds(reader, plan, id)) ids.push(id);
    const last = candidates.at(-1);
    if (last === undefined || candidates.length < look) break;
    before = last;
    if (ids.length < wanted && !(await goOn())) return null;
  }
  const sessions = ids.slice(0, query.limit).flatMap((id) => rowAt(reader, id));
  const count = first ? { found: Math.min(ids.length, COUNTED), more: ids.length > COUNTED } : null;
  return { sessions, next: ids.length > query.limit ? keyOf(sessions.at(-1)) : null, count };
}

/** Below which row id a page begins. A row that is gone since the page before is no loss: its moment stands in the key. */
function startOf(reader: Sqlite, { before, to }: SearchQuery): number {
  const end = to === null ? END : rowIdFrom(to);
  if (before === null) return end;
  const at = rowIdOf(reader, 'session_rows', 'session_id', before.sessionId) ?? rowIdFrom(before.createdAt);
  return Math.min(end, at);
}

function rowAt(reader: Sqlite, rowId: number): Found['sessions'] {
  const row = prepared(reader, 'SELECT facts FROM session_rows WHERE row_id = ?').get(rowId);
  return row === undefined ? [] : [sessionRow(reader, row)];
}

function keyOf(row: Found['sessions'][number] | undefined): SearchKey | null {
  return row === undefined ? null : { createdAt: row.createdAt, sessionId: row.sessionId };
}
