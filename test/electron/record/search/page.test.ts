import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { catchUp } from '../../../../electron/record/catch-up.ts';
import { putContent } from '../../../../electron/record/contents.ts';
import { pageAt } from '../../../../electron/record/search/page.ts';
import { rowSets, type RowSets } from '../../../../electron/record/search/row-sets.ts';
import { search } from '../../../../electron/record/search/search.ts';
import type { PageQuery } from '../../../../electron/record/search/search-types.ts';
import { usedProtocols } from '../../../../electron/record/search/used-protocols.ts';
import { closeStore, type Store } from '../../../../electron/record/store.ts';
import { anAppend, createdBody, openStoreOrThrow, tempFolder, tempOptions } from '../../../helpers/temp-record.ts';

let store: Store;
let sets: RowSets;
const { folder, remove } = tempFolder();
const names = ['Zoe Testfall', 'Änne Großmann', 'Bo Testfall', 'Änne Muster'];
const words = ['stone', 'stormy', 'lantern'];

beforeAll(() => {
  store = openStoreOrThrow(tempOptions(folder));
  for (const [index, name] of names.entries()) {
    const details = { name, birthDate: `1978-03-0${index + 1}`, allergies: '' };
    appendEvents(store, [anAppend(`patient:p${index}`, 0, null, { type: 'patientCreated', details, notSameAs: [] })]);
  }
  for (let index = 0; index < 60; index += 1) {
    const patientId = index % 7 === 0 ? null : `p${index % names.length}`;
    const protocolHash = index % 5 === 0 ? 'other' : 'usual';
    appendEvents(store, [
      anAppend(`session:s${index}`, 0, null, { ...createdBody({ patientId }), protocolHash }, index + 1),
    ]);
    const text = words[index % words.length];
    appendEvents(store, [anAppend(`session:s${index}`, null, null, { type: 'noted', text }, index + 1)]);
    if (index % 4 === 0)
      appendEvents(store, [anAppend(`session:s${index}`, null, null, { type: 'emergencyBegun' }, index + 1)]);
  }
  catchUp(store);
  sets = rowSets(store.reader);
});
afterAll(() => {
  closeStore(store);
  remove();
});

const anything: PageQuery = {
  ...{ text: '', patientId: null, from: null, to: null, staffId: null, protocolHashes: [], flags: [] },
  ...{ sort: 'newest', offset: 0, limit: 100 },
};
const at = (query: Partial<PageQuery>) => pageAt(store.reader, sets, { ...anything, ...query });
const idsAt = (query: Partial<PageQuery>) => at(query).sessions.map(({ sessionId }) => sessionId);

const queries = fc.record({
  text: fc.constantFrom('', 'sto', 'lan', 'änne', 'testf sto', 'nobody', '1978-03-02'),
  flags: fc.constantFrom<PageQuery['flags']>([], ['adverse'], ['red']),
  protocolHashes: fc.constantFrom<readonly string[]>([], ['other'], ['other', 'usual'], ['none']),
  patientId: fc.constantFrom(null, 'p1'),
  staffId: fc.constantFrom(null, 'nobody'),
});

test('what a page finds is what the search finds, whatever is asked and in whatever pieces it is read', async () => {
  await fc.assert(
    fc.asyncProperty(queries, fc.integer({ min: 1, max: 25 }), async (query, limit) => {
      const all = await search(store.reader, { ...anything, ...query, before: null, limit: 100 }, () =>
        Promise.resolve(true),
      );
      const expected = all?.sessions.map(({ sessionId }) => sessionId) ?? [];
      const pieces: string[] = [];
      for (let offset = 0; offset <= expected.length; offset += limit)
        pieces.push(...idsAt({ ...query, offset, limit }));
      expect(pieces).toEqual(expected);
      expect(at(query).total).toBe(expected.length);
      expect(at(query).flags.adverse).toBe(all?.sessions.filter(({ flags }) => flags.includes('adverse')).length);
      expect(idsAt({ ...query, sort: 'oldest' })).toEqual(expected.toReversed());
    }),
    { numRuns: 40 },
  );
});

test('in the order of names those without a patient come last, the newest first among equals', () => {
  const rows = at({ sort: 'name' }).sessions;
  const shown = rows.map(({ patientName }) => patientName);
  expect(new Set(shown)).toEqual(new Set(['Änne Großmann', 'Änne Muster', 'Bo Testfall', 'Zoe Testfall', null]));
  expect(shown.at(0)).toBe('Änne Großmann');
  expect(shown.at(-1)).toBeNull();
  const [first = { createdAt: 0 }, second = { createdAt: 0 }] = rows;
  expect(first.createdAt).toBeGreaterThan(second.createdAt);
});

test('what is written between two pages is there in the next one', () => {
  const before = at({ text: 'änne' }).total;
  appendEvents(store, [anAppend('session:late', 0, null, createdBody({ patientId: 'p1' }), 100)]);
  catchUp(store);
  expect(at({ text: 'änne' }).total).toBe(before + 1);
  expect(idsAt({ limit: 1 })).toEqual(['late']);
});

test('protocols are told once a version, with every length it was run at', () => {
  const [long, short] = [50, 40].map((minutes) =>
    putContent(store, 'protocol', { title: 'Usual', version: 3, minutes }),
  );
  const hashes = [long, short].flatMap((made) => (made?.ok === true ? [made.data] : []));
  for (const [index, protocolHash] of hashes.entries())
    appendEvents(store, [anAppend(`session:u${index}`, 0, null, { ...createdBody({}), protocolHash }, 200 + index)]);
  catchUp(store);
  const [told, ...others] = usedProtocols(store.reader);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ title: 'Usual', version: 3 });
  expect(told?.protocolHashes.toSorted()).toEqual(hashes.toSorted());
  expect(idsAt({ protocolHashes: hashes })).toEqual(['u1', 'u0']);
});
