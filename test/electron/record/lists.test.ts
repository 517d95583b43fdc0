import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import { catchUp, catchUpWholly, settle, startRebuild } from '../../../electron/record/catch-up.ts';
import type { OpenOptions, SessionQuery } from '../../../electron/record/client-types.ts';
import { liveSessions, oneSession, sessionsPage } from '../../../electron/record/lists.ts';
import { closeStore, leaveStore, type Store } from '../../../electron/record/store.ts';
import {
  anAppend,
  clockAt,
  createdBody,
  openStoreOrThrow,
  tempFolder,
  tempOptions,
} from '../../helpers/temp-record.ts';

let options: OpenOptions;
let removeFolder: () => void;
let store: Store;

beforeEach(() => {
  const { folder, remove } = tempFolder();
  removeFolder = remove;
  options = tempOptions(folder);
  store = openStoreOrThrow(options);
});
afterEach(() => {
  closeStore(store);
  removeFolder();
});

function sessionOf(id: string, atSeconds: number, ...types: readonly string[]): void {
  appendEvents(store, [anAppend(`session:${id}`, 0, null, createdBody({ patientId: 'p1' }), atSeconds)]);
  types.forEach((type, index) =>
    appendEvents(store, [anAppend(`session:${id}`, index + 1, null, bodies[type] ?? { type }, atSeconds + index + 1)]),
  );
}
const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  started: { type: 'started', plannedMs: 3_000_000 },
  notGiven: { type: 'notGiven', reason: 'fever', postponed: true },
  pumpStopped: { type: 'pumpStopped', reason: 'complete', early: false, note: null },
  readingTaken: {
    ...{ type: 'readingTaken', readingId: 'r', dueId: null, confirmed: [] },
    parts: {
      systolic: null,
      diastolic: null,
      spo2: 93,
      pulse: null,
      respirations: null,
      sedation: null,
      oxygenTenths: 0,
    },
  },
  bandRaised: { type: 'bandRaised', readingId: 'r', level: 'red', fields: ['spo2'], symptoms: 'Faint' },
  finished: { type: 'finished', how: 'fit', escort: null, note: null },
};
const all: SessionQuery = { before: null, today: null, limit: 50 };
const ids = (query: SessionQuery): string[] => {
  catchUp(store);
  return sessionsPage(store.reader, query).sessions.map((row) => row.sessionId);
};

test('sessions newest first, in pages, of one day', () => {
  for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries()) sessionOf(id, index * 100);
  expect(ids(all)).toEqual(['e', 'd', 'c', 'b', 'a']);
  const page = sessionsPage(store.reader, { ...all, limit: 2 });
  expect([page.sessions.map((row) => row.sessionId), page.more]).toEqual([['e', 'd'], true]);
  const next = sessionsPage(store.reader, { ...all, limit: 3, before: page.sessions.at(-1)?.createdAt ?? null });
  expect([next.sessions.map((row) => row.sessionId), next.more]).toEqual([['c', 'b', 'a'], false]);
  expect(ids({ ...all, today: { from: clockAt(100).wallMs, to: clockAt(300).wallMs } })).toEqual(['c', 'b']);
});

test('sessions of one moment are not parted by the end of a page', () => {
  for (const id of ['a', 'b', 'c', 'd']) sessionOf(id, 5);
  sessionOf('old', 1);
  catchUp(store);
  const page = sessionsPage(store.reader, { ...all, limit: 2 });
  expect([page.sessions.map((row) => row.sessionId), page.more]).toEqual([['d', 'c', 'b', 'a'], true]);
  expect(ids({ ...all, before: page.sessions.at(-1)?.createdAt ?? null })).toEqual(['old']);
});

test('live are the sessions from the pre-checks on that are not over', () => {
  sessionOf('draft', 0);
  sessionOf('checks', 100, 'preChecksBegun');
  sessionOf('running', 200, 'preChecksBegun', 'started');
  sessionOf('over-zero', 300, 'preChecksBegun', 'started', 'zeroReached');
  sessionOf('recovering', 400, 'preChecksBegun', 'started', 'zeroReached', 'pumpStopped');
  sessionOf('finished', 500, 'preChecksBegun', 'started', 'pumpStopped', 'finished');
  sessionOf('not-given', 600, 'preChecksBegun', 'notGiven');
  catchUp(store);
  expect(liveSessions(store.reader).map((row) => [row.sessionId, row.phase])).toEqual([
    ['recovering', 'recovery'],
    ['over-zero', 'overtime'],
    ['running', 'infusing'],
    ['checks', 'preChecks'],
  ]);
  expect(oneSession(store.reader, 'finished')).toMatchObject({
    startedAt: clockAt(502).wallMs,
    stoppedAt: clockAt(503).wallMs,
    finishedAt: clockAt(504).wallMs,
  });
  expect(oneSession(store.reader, 'nowhere')).toBeNull();
});

test('a row carries the name that the patient has today', () => {
  sessionOf('a', 0);
  const details = { name: 'Anna Berg', birthDate: '1978-03-05', allergies: '' };
  appendEvents(store, [anAppend('patient:p1', 0, null, { type: 'patientCreated', details, notSameAs: [] })]);
  appendEvents(store, [
    anAppend('patient:p1', 1, null, { type: 'patientEdited', details: { ...details, name: 'Anna Tal' } }),
  ]);
  catchUp(store);
  expect(oneSession(store.reader, 'a')).toMatchObject({ patientName: 'Anna Tal', birthDate: '1978-03-05' });
});

test('derived rows built one event at a time, at once, or anew are the same', () => {
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    sessionOf(id, index * 100, 'preChecksBegun', 'started');
    catchUp(store);
  }
  const dump = (): unknown[] => store.writer.prepare('SELECT * FROM session_rows ORDER BY session_id').all();
  const bitByBit = dump();
  expect(bitByBit).toHaveLength(3);
  store.writer.exec('UPDATE session_rows SET red = 1');
  store.writer.exec('UPDATE derived SET version = 0');
  store.derived.place = null;
  catchUpWholly(store);
  expect(dump()).toEqual(bitByBit);
  startRebuild(store);
  catchUpWholly(store);
  expect(dump()).toEqual(bitByBit);
});

test('rows of an earlier version, which knew of no symptoms, are folded anew after the update', () => {
  sessionOf('a', 0, 'preChecksBegun', 'started', 'readingTaken', 'bandRaised');
  sessionOf('b', 100, 'preChecksBegun', 'started', 'readingTaken');
  catchUp(store);
  const flags = (): unknown[] => ['a', 'b'].map((id) => oneSession(store.reader, id)?.flags);
  expect(flags()).toEqual([['red'], []]);
  store.writer.exec(`UPDATE session_rows SET red = 0, facts = json_remove(facts, '$.symptomatic')`);
  store.writer.exec('UPDATE derived SET version = 4');
  expect(flags()).toEqual([[], []]);
  leaveStore(store);
  store = openStoreOrThrow({ ...options, mayCreate: false });
  catchUpWholly(store);
  expect(flags()).toEqual([['red'], []]);
  expect(store.writer.prepare('SELECT session_id FROM session_rows WHERE red = 1').all()).toEqual([
    { session_id: 'a' },
  ]);
});

test('a crash before the derived rows were written costs nothing', () => {
  sessionOf('a', 0, 'preChecksBegun');
  catchUp(store);
  sessionOf('b', 100, 'preChecksBegun');
  leaveStore(store);
  store = openStoreOrThrow({ ...options, mayCreate: false });
  expect(ids(all)).toEqual(['b', 'a']);
});

test('events that change no row are looked at once, and not again after a clean end', () => {
  sessionOf('a', 0);
  const many = Array.from(
    { length: 1_500 },
    () => anAppend('session:a', null, null, { type: 'noted', text: 'x' }).events[0],
  ).filter((event) => event !== undefined);
  appendEvents(store, [{ ...anAppend('session:a', 1, null, {}), events: many }]);
  catchUp(store);
  expect(store.derived.place?.scanned).toBe(1_501);
  settle(store);
  expect(store.writer.prepare('SELECT cursor FROM derived').get()).toEqual({ cursor: 1_501 });
});

test('a body that no longer fits its schema spoils no list', () => {
  sessionOf('a', 0);
  appendEvents(store, [anAppend('session:a', 1, null, { type: 'started', plannedMs: 'soon' })]);
  appendEvents(store, [anAppend('session:b', 0, null, { type: 'created', patientId: 7 })]);
  appendEvents(store, [anAppend('patient:p1', 0, null, { type: 'strange' })]);
  expect(ids(all)).toEqual(['a']);
  expect(oneSession(store.reader, 'a')?.phase).toBe('draft');
});
