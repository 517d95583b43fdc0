import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchQuery } from '../../../../electron/record/search/search-types.ts';
import { anAppend, createdBody, dataOf, openTempRecord, type TempRecord } from '../../../helpers/temp-record.ts';

let temp: TempRecord;
beforeEach(async () => {
  temp = await openTempRecord();
});
afterEach(() => temp.end());

const query = (text: string): SearchQuery => ({
  text,
  patientId: null,
  from: null,
  to: null,
  staffId: null,
  protocolHashes: [],
  flags: [],
  before: null,
  limit: 20,
});

test('what was acknowledged is found at once; of searches at once the last one is answered, others at most given up', async () => {
  const { record } = temp;
  dataOf(await record.append(anAppend('session:a', 0, null, createdBody())));
  dataOf(await record.append(anAppend('session:a', 1, null, { type: 'noted', text: 'Lighthouse' })));
  const found = dataOf(await record.searchSessions(query('lightho')));
  expect(found.sessions.map(({ sessionId }) => sessionId)).toEqual(['a']);
  expect(found).toMatchObject({ next: null, count: { found: 1, more: false }, behind: { left: 0 } });
  const typed = await Promise.all(['l', 'li', 'lig', 'light'].map((text) => record.searchSessions(query(text))));
  expect(typed.at(-1)).toMatchObject({ ok: true });
  for (const answer of typed.slice(0, -1).filter(({ ok }) => !ok))
    expect(answer).toMatchObject({ kind: 'refused', code: 'search.superseded' });
});

test('lists that are built anew end as they were, and say when they are done', async () => {
  const { record } = temp;
  for (const id of ['a', 'b'])
    dataOf(await record.append(anAppend(`session:${id}`, 0, null, createdBody(), id === 'a' ? 1 : 2)));
  dataOf(await record.append(anAppend('session:b', 1, null, { type: 'noted', text: 'Lighthouse' }, 3)));
  const before = dataOf(await record.searchSessions(query('')));
  dataOf(await record.rebuildLists());
  await vi.waitFor(async () => expect(dataOf(await record.listsBehind()).left).toBe(0), { timeout: 60_000 });
  expect(dataOf(await record.searchSessions(query('')))).toEqual(before);
  expect(dataOf(await record.searchSessions(query('light'))).sessions).toHaveLength(1);
});
