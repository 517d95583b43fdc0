import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { openConnection } from '../../../electron/record/connection.ts';
import { eventsSince } from '../../../electron/record/event-rows.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../electron/record/schema.ts';
import { openSqlite } from '../../../electron/record/sqlite.ts';
import { closeStore, leaveStore, openStore } from '../../../electron/record/store.ts';
import { checkTail } from '../../../electron/record/verify.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

let folder: string;
let removeFolder: () => void;
let options: OpenOptions;

beforeEach(() => {
  ({ folder, remove: removeFolder } = tempFolder());
  options = { ...tempOptions(folder), mayCreate: false };
  const store = openStoreOrThrow({ ...options, mayCreate: true });
  for (let index = 0; index < 40; index += 1)
    appendEvents(store, [anAppend('session:a', index, null, { type: 'x', text: 'y'.repeat(400) })]);
  closeStore(store);
});
afterEach(() => removeFolder());

/** Opens, expecting a refusal that leaves every file as it is. */
function refusal(over: Partial<OpenOptions> = {}): unknown {
  const before = contents();
  const opened = openStore({ ...options, ...over });
  if (!('ok' in opened)) {
    closeStore(opened);
    throw new Error('The record opened');
  }
  expect(contents()).toEqual(before);
  return opened;
}

function contents(): readonly (readonly [string, string])[] {
  // The index of the log (-shm) is scratch that any reader makes anew.
  const names = readdirSync(folder).filter(
    (name) => !name.endsWith('-shm') && !(name.endsWith('-wal') && statSync(path.join(folder, name)).size === 0),
  );
  return names.toSorted().map((name) => [name, readFileSync(path.join(folder, name), 'base64')]);
}

const no = (code: string, params = {}): unknown => ({ ok: false, kind: 'broken', code, params });

test('another key, another chain key, another kind', () => {
  expect(refusal({ dataKey: randomBytes(32) })).toEqual(no('record.wrongKey'));
  expect(refusal({ chainKey: randomBytes(32) })).toEqual(no('record.wrongChainKey'));
  expect(refusal({ kind: 'practice' })).toEqual(no('record.otherKind'));
});

test('a file that is not there is missing, and made only where it may be', () => {
  const file = path.join(folder, 'deeper', 'new.db');
  expect(refusal({ file })).toEqual(no('record.missing'));
  expect(existsSync(file)).toBe(false);
  closeStore(openStoreOrThrow({ ...options, file, mayCreate: true }));
  expect(existsSync(file)).toBe(true);
});

test("another program's file is left alone, encrypted or not", () => {
  const plain = path.join(folder, 'plain.db');
  openSqlite(plain, { readonly: false, fileMustExist: false, timeout: 0 })
    .exec('CREATE TABLE shopping (item TEXT)')
    .close();
  expect(refusal({ file: plain, mayCreate: true })).toEqual(no('record.otherProgram'));
  const secret = path.join(folder, 'secret.db');
  openConnection(secret, options.dataKey, 'create').exec('CREATE TABLE shopping (item TEXT)').close();
  expect(refusal({ file: secret, mayCreate: true })).toEqual(no('record.otherProgram'));
  const letter = path.join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear all, '.repeat(2_000));
  expect(refusal({ file: letter, mayCreate: true })).toEqual(no('record.wrongKey'));
});

test('a file from a newer program is refused', () => {
  const database = openConnection(options.file, options.dataKey, 'write');
  expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  database.close();
  expect(refusal()).toEqual(no('record.newer', { version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION }));
});

test('an empty, cut or scribbled file is damaged: never taken for a new one', () => {
  const whole = path.join(folder, 'whole.db');
  copyFileSync(options.file, whole);
  for (const size of [0, 100, 4_095]) {
    copyFileSync(whole, options.file);
    truncateSync(options.file, size);
    expect(refusal({ mayCreate: true })).toEqual(no('record.damaged'));
  }
  const blank = readFileSync(whole);
  blank.fill(0, 0, 4_096);
  writeFileSync(options.file, blank);
  expect(refusal({ mayCreate: true })).toEqual(no('record.damaged'));
  const scribbled = readFileSync(whole);
  scribbled.fill(0xaa, 200, 300);
  writeFileSync(options.file, scribbled);
  expect(refusal({ mayCreate: true })).toEqual(no('record.damaged'));
});

test('a record cut in the middle is found damaged at the latest by the check', async () => {
  truncateSync(options.file, Math.floor(statSync(options.file).size / 2 / 4_096) * 4_096);
  const opened = openStore(options);
  if ('ok' in opened) return expect(opened).toEqual(no('record.damaged'));
  await expect(checkTail(opened)).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_(CORRUPT|IOERR)/) });
  leaveStore(opened);
});

test('a making that was broken off leaves no record, and is begun anew', () => {
  const file = path.join(folder, 'half.db');
  writeFileSync(`${file}.new`, 'half');
  closeStore(openStoreOrThrow({ ...options, file, mayCreate: true }));
  expect(existsSync(`${file}.new`)).toBe(false);
});

test('clinic and practice are files and keys of their own', () => {
  const practice = tempOptions(folder, 'practice');
  const store = openStoreOrThrow(practice);
  appendEvents(store, [anAppend('session:p', 0, null, { type: 'practised' })]);
  const clinic = openStoreOrThrow(options);
  expect(eventsSince(clinic.reader, 'session:p', 0, -1)).toEqual([]);
  expect(eventsSince(store.reader, 'session:a', 0, -1)).toEqual([]);
  closeStore(store);
  closeStore(clinic);
  expect(refusal({ file: practice.file, kind: 'practice' })).toEqual(no('record.wrongKey'));
});

test('the check says when the record was not closed, and looks back to the last clean close', async () => {
  const crashed = openStoreOrThrow(options);
  appendEvents(crashed, [anAppend('session:a', 40, null, { type: 'z' })]);
  leaveStore(crashed);
  const store = openStoreOrThrow(options);
  expect(await checkTail(store)).toMatchObject({ findings: [{ code: 'record.notClosedCleanly' }], checkedRows: 41 });
  closeStore(store);
  const after = openStoreOrThrow(options);
  expect((await checkTail(after)).findings).toEqual([]);
  closeStore(after);
});

test('the check looks at the last 2,000 rows, or further back to the last clean close', async () => {
  const store = openStoreOrThrow(options);
  const many = Array.from({ length: 2_100 }, () => anAppend('session:b', null, null, { type: 'x' }).events[0]).filter(
    (event) => event !== undefined,
  );
  appendEvents(store, [{ ...anAppend('session:b', 0, null, {}), events: many }]);
  expect((await checkTail(store)).checkedRows).toBe(2_100);
  closeStore(store);
  const next = openStoreOrThrow(options);
  expect((await checkTail(next)).checkedRows).toBe(2_000);
  closeStore(next);
});
