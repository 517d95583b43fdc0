import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { catchUp } from '../../../../electron/record/catch-up.ts';
import { matchOf } from '../../../../electron/record/derive/match.ts';
import { search } from '../../../../electron/record/search/search.ts';
import type { Found, SearchQuery } from '../../../../electron/record/search/search-types.ts';
import { closeStore, type Store } from '../../../../electron/record/store.ts';
import {
  anAppend,
  clockAt,
  createdBody,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../../helpers/temp-record.ts';

let store: Store;
let remove: () => void;

beforeEach(() => {
  const temp = tempFolder();
  ({ remove } = temp);
  store = openStoreOrThrow(tempOptions(temp.folder));
});
afterEach(() => {
  closeStore(store);
  remove();
});

const anything: SearchQuery = {
  text: '',
  patientId: null,
  from: null,
  to: null,
  staffId: null,
  protocolHashes: [],
  flags: [],
  before: null,
  limit: 50,
};
const always = () => Promise.resolve(true);

async function found(query: Partial<SearchQuery>): Promise<Found> {
  catchUp(store);
  const answer = await search(store.reader, { ...anything, ...query }, always);
  if (answer === null) throw new Error('The search was ended');
  return answer;
}
const ids = async (query: Partial<SearchQuery>): Promise<string[]> =>
  (await found(query)).sessions.map(({ sessionId }) => sessionId);

function patient(patientId: string, name: string): void {
  const details = { name, birthDate: '1978-03-05', allergies: '' };
  appendEvents(store, [anAppend(`patient:${patientId}`, 0, null, { type: 'patientCreated', details, notSameAs: [] })]);
}
function session(id: string, atSeconds: number, patientId: string | null, ...notes: readonly string[]): void {
  appendEvents(store, [anAppend(`session:${id}`, 0, null, createdBody({ patientId }), atSeconds)]);
  for (const text of notes)
    appendEvents(store, [anAppend(`session:${id}`, null, null, { type: 'noted', text }, atSeconds)]);
}

test('by the beginnings of words of name and notes together, accents and case aside, newest first', async () => {
  patient('p1', 'Änne Großmann');
  patient('p2', 'Bo Testfall');
  session('a', 1, 'p1', 'Slept like a stone');
  session('b', 2, 'p2', 'A stony silence', 'Then crêpes');
  session('c', 3, 'p1');
  expect(await ids({ text: 'ston' })).toEqual(['b', 'a']);
  expect(await ids({ text: 'GROSS' })).toEqual(['c', 'a']);
  expect(await ids({ text: 'anne sto' })).toEqual(['a']);
  expect(await ids({ text: 'cre' })).toEqual(['b']);
  expect(await ids({ text: 'tone' })).toEqual([]);
  expect(await ids({ text: '5.3.1978' })).toEqual(['c', 'b', 'a']);
  expect(await ids({ text: '"stone" OR* (b' })).toEqual([]);
});

test('a long beginning finds what many words begin with, and a word that came or went since it was last looked for', async () => {
  const endings = Array.from({ length: 60 }, (_, index) => `blank${'abcdefghij'[index % 10]}${index}`);
  for (const [index, ending] of endings.entries()) session(`s${index}`, index + 1, null, ending);
  const all = endings.map((_, index) => `s${59 - index}`);
  expect(await ids({ text: 'blank', limit: 100 })).toEqual(all);
  expect(await ids({ text: 'blanka', limit: 100 })).toEqual(['s50', 's40', 's30', 's20', 's10', 's0']);
  expect(await ids({ text: 'blankb1 blan' })).toEqual(['s11', 's1']);
  expect(await ids({ text: 'blankz' })).toEqual([]);
  session('late', 100, null, 'blankz and blanka');
  expect(await ids({ text: 'blankz' })).toEqual(['late']);
  expect((await ids({ text: 'blanka', limit: 100 }))[0]).toBe('late');
});

test('from two letters on; one letter finds all, as an empty text does', async () => {
  patient('p1', 'Änne Großmann');
  session('a', 1, 'p1', 'Calm');
  session('b', 2, null);
  expect(await ids({ text: 'g' })).toEqual(['b', 'a']);
  expect(await ids({ text: 'gr' })).toEqual(['a']);
  expect(await ids({ text: 'ca g' })).toEqual(['a']);
});

test('no letter of an alphabet makes the index refuse a search', () => {
  const refused: string[] = [];
  for (let code = 0; code < 0x3000; code += 1) {
    const letter = String.fromCodePoint(code);
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const match = matchOf(store.reader, 'session_search', `ab${letter}c`);
    try {
      store.reader.prepare('SELECT rowid FROM session_search WHERE session_search MATCH ?').all(match);
    } catch {
      refused.push(code.toString(16));
    }
  }
  expect(refused).toEqual([]);
});

test('a patient who is renamed is found by the new name and no longer by the old', async () => {
  patient('p1', 'Vera Altname');
  session('a', 1, 'p1', 'Altname is in a note here');
  session('b', 2, 'p1');
  expect(await ids({ text: 'altname' })).toEqual(['b', 'a']);
  const details = { name: 'Vera Neuname', birthDate: '1978-03-05', allergies: '' };
  appendEvents(store, [anAppend('patient:p1', 1, null, { type: 'patientEdited', details })]);
  expect(await ids({ text: 'neuname' })).toEqual(['b', 'a']);
  // Where a note says it, it is still said.
  expect(await ids({ text: 'altname' })).toEqual(['a']);
});

test('a count stops at 200 and says so; an ended search gives nothing', async () => {
  for (let index = 0; index < 201; index += 1) session(`s${index}`, index, null, 'rain');
  session('other', 300, null, 'sun');
  expect((await found({ text: 'rain', limit: 20 })).count).toEqual({ found: 200, more: true });
  expect((await found({ text: 'sun' })).count).toEqual({ found: 1, more: false });
  for (let index = 0; index < 80; index += 1) session(`t${index}`, 400 + index, null, 'rain');
  catchUp(store);
  const ended = await search(store.reader, { ...anything, staffId: 'nobody', text: 'rain' }, () =>
    Promise.resolve(false),
  );
  expect(ended).toBeNull();
});

const words = ['rain', 'rains', 'sun', 'snow', 'sund'] as const;
const made = fc.record({
  atSeconds: fc.integer({ min: 0, max: 6 }),
  who: fc.constantFrom('p1', 'p2', null),
  note: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  staffId: fc.constantFrom('nurse', 'doctor'),
  flagged: fc.boolean(),
});
const asked = fc.record({
  text: fc.constantFrom('', 'ra', 'rain', 'sun', 'sn', 'anna', 'berg ra', 'sun rain'),
  patientId: fc.constantFrom(null, null, 'p1', 'p2'),
  staffId: fc.constantFrom(null, null, 'nurse', 'doctor'),
  flags: fc.constantFrom([], [], ['adverse' as const]),
  from: fc.constantFrom(null, 2),
  to: fc.constantFrom(null, 5),
  limit: fc.integer({ min: 1, max: 4 }),
});

test('pages of any query give, newest first, exactly the sessions it describes, each once', async () => {
  const names: Readonly<Record<string, string>> = { p1: 'Anna Berg', p2: 'Bo Sunder' };
  for (const [id, name] of Object.entries(names)) patient(id, name);
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(made, { maxLength: 8 }),
      fc.array(asked, { minLength: 3, maxLength: 6 }),
      async (all, queries) => {
        round += 1;
        // Every round has a day of its own, so that all share one record.
        const day = round * 100;
        const rows = all.map((one, index) => ({ ...one, id: `${round}-${index}` }));
        for (const { id, atSeconds, who, note, staffId, flagged } of rows) {
          session(id, day + atSeconds, who, ...note);
          const author = { kind: 'staff' as const, staffId };
          // A complaint is no adverse event before somebody says so.
          const complaint = { type: 'marked', markId: 'm', kind: 'nausea', note: null };
          const adverse = { type: 'adverseEventNoted', adverseId: 'a', severity: 'mild', what: 'Xq', markId: null };
          const mark = flagged ? adverse : complaint;
          const append = anAppend(`session:${id}`, null, null, mark, day + atSeconds);
          appendEvents(store, [{ ...append, events: append.events.map((event) => ({ ...event, author })) }]);
        }
        for (const { from, to, ...query } of queries) {
          const span = { from: clockAt(day + (from ?? 0)).wallMs, to: clockAt(day + (to ?? 7)).wallMs };
          const expected = rows
            .filter(({ atSeconds }) => atSeconds >= (from ?? 0) && atSeconds < (to ?? 7))
            .filter(({ who }) => query.patientId === null || who === query.patientId)
            .filter(({ staffId }) => query.staffId === null || staffId === query.staffId)
            .filter(({ flagged }) => query.flags.length === 0 || flagged)
            .filter(({ who, note }) => {
              const has = [...note, ...(names[who ?? '']?.toLowerCase().split(' ') ?? [])];
              const asks = query.text.split(' ').filter((word) => word !== '');
              return asks.every((ask) => has.some((word) => word.startsWith(ask)));
            })
            .map(({ id, atSeconds }, index) => ({ id, atSeconds, index }))
            .toSorted((a, b) => b.atSeconds - a.atSeconds || b.index - a.index)
            .map(({ id }) => id);
          const pages: string[] = [];
          for (let before: Found['next'] = null, more = true; more; more = before !== null) {
            const page = await found({ ...query, ...span, before });
            pages.push(...page.sessions.map(({ sessionId }) => sessionId));
            if (pages.length > expected.length) break;
            before = page.next;
          }
          expect(pages).toEqual(expected);
        }
      },
    ),
    { numRuns: 25 },
  );
});
