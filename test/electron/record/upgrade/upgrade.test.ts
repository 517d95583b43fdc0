import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catchUp, catchUpWholly, startRebuild } from '../../../../electron/record/catch-up.ts';
import { openConnection } from '../../../../electron/record/connection.ts';
import { allStaff, coursesOf, findPatients, liveSessions, sessionsPage } from '../../../../electron/record/lists.ts';
import { openForReading } from '../../../../electron/record/reading.ts';
import { closeStore, openStore, type Store } from '../../../../electron/record/store.ts';
import { MAX_AGE_DAYS } from '../../../../electron/record/backup/rotation.ts';
import { expireCopies } from '../../../../electron/record/backup/expire-copies.ts';
import { upgradeMoments } from '../../../../electron/record/upgrade/upgrade.ts';
import { checkTail, verifyAll } from '../../../../electron/record/verify.ts';
import { copyOfFixture } from '../../../helpers/record-fixture.ts';
import { openStoreOrThrow, tempFolder } from '../../../helpers/temp-record.ts';

let folder: string;
let remove: () => void;
let kept: ReturnType<typeof copyOfFixture>;

beforeEach(() => {
  ({ folder, remove } = tempFolder());
  kept = copyOfFixture(1, folder);
});
afterEach(() => remove());

const rows = (store: Store) => sessionsPage(store.reader, { before: null, today: null, limit: 50 }).sessions;
const listed = (store: Store): unknown =>
  rows(store).map(({ sessionId, patientName, phase }) => [sessionId, patientName, phase]);

test('a file of schema 1 opens: chain, lists and people are what they were, and the start says so', async () => {
  const store = openStoreOrThrow(kept.options);
  const report = await checkTail(store);
  expect(report.findings).toEqual([{ code: 'record.upgraded', params: { from: 1, to: 3 } }]);
  expect(report.head).toEqual({ seq: kept.note.rows, hash: kept.note.head });
  expect((await verifyAll(store)).findings).toEqual([]);
  catchUp(store);
  // At once, before anything was folded anew: no list is short for a moment.
  expect(listed(store)).toEqual([
    ['session-6', 'Änne Großmann-Tal', 'infusing'],
    ['session-4', 'Änne Großmann-Tal', 'preChecks'],
    ['session-3', 'Bo Testfall', 'notGiven'],
    ['session-2', 'Bo Testfall', 'finished'],
    ['session-1', 'Änne Großmann-Tal', 'finished'],
  ]);
  expect(liveSessions(store.reader).map(({ sessionId }) => sessionId)).toEqual(['session-6', 'session-4']);
  expect(allStaff(store.reader)).toHaveLength(3);
  expect(coursesOf(store.reader, 'patient-1')).toMatchObject([{ given: 2, plannedInfusions: 6 }]);
  catchUpWholly(store);
  expect(rows(store).map(({ sessionId, flags }) => [sessionId, flags])).toEqual([
    ['session-6', ['unsigned']],
    ['session-4', []],
    ['session-3', ['unsigned']],
    ['session-2', ['unsigned', 'red', 'early']],
    ['session-1', ['unsigned']],
  ]);
  expect(findPatients(store.reader, 'gros tal').map(({ patientId }) => patientId)).toEqual(['patient-1']);
  closeStore(store);
  const again = openStoreOrThrow(kept.options);
  expect((await checkTail(again)).findings.map(({ code }) => code)).not.toContain('record.upgraded');
  closeStore(again);
});

test.each([1, 2] as const)(
  'what an upgrade of schema %i leaves is, once folded anew, what a rebuild makes',
  (schema) => {
    remove();
    ({ folder, remove } = tempFolder());
    kept = copyOfFixture(schema, folder);
    const store = openStoreOrThrow(kept.options);
    catchUpWholly(store);
    const dump = (): unknown =>
      [
        ...['session_rows', 'session_staff', 'session_words', 'patient_rows', 'course_rows', 'staff_rows'],
        ...['session_over', 'session_waits', 'session_reads'],
      ].map((table) => store.writer.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
    const upgraded = dump();
    startRebuild(store);
    catchUpWholly(store);
    expect(upgraded).toEqual(dump());
    closeStore(store);
  },
);

test('before each step a verified copy lies with the backups, and the first opens as schema 1', async () => {
  const before = readFileSync(kept.options.file);
  closeStore(openStoreOrThrow(kept.options));
  const [name, ...others] = readdirSync(path.join(folder, 'backups')).toSorted();
  expect(others).toEqual([expect.stringContaining('before-schema-3')]);
  const copy = path.join(folder, 'backups', name ?? '');
  expect(readFileSync(copy).equals(before)).toBe(true);
  const reading = openForReading({ ...kept.options, file: copy });
  if ('ok' in reading) throw new Error(reading.code);
  expect(reading.reader.pragma('user_version', { simple: true })).toBe(1);
  expect(await verifyAll(reading)).toMatchObject({ findings: [], checkedRows: kept.note.rows });
  reading.reader.close();
});

test.each(upgradeMoments)('killed when it had %s, the next start goes on and nothing is lost', async (moment) => {
  const child = fileURLToPath(new URL('upgrade-child.ts', import.meta.url));
  const { file, dataKey } = kept.options;
  const key = Buffer.from(dataKey).toString('hex');
  const { signal } = spawnSync(process.execPath, [child, file, key, moment], { stdio: 'ignore' });
  expect(signal).toBe('SIGKILL');
  const half = openConnection(file, dataKey, 'read');
  expect(half.pragma('user_version', { simple: true })).toBe(moment === 'committed' ? 2 : 1);
  half.close();
  const store = openStoreOrThrow(kept.options);
  expect(await verifyAll(store)).toMatchObject({ findings: [], checkedRows: kept.note.rows });
  catchUpWholly(store);
  expect(rows(store)).toHaveLength(5);
  closeStore(store);
  // One copy a step, whole: a half one is not left, a whole one is not made twice.
  expect(readdirSync(path.join(folder, 'backups')).filter((name) => !name.endsWith('.db'))).toEqual([]);
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(2);
});

test('where no copy can be made the file is left as it is', () => {
  writeFileSync(path.join(folder, 'backups'), 'a file in the way');
  const before = readFileSync(kept.options.file);
  expect(openStore(kept.options)).toMatchObject({ ok: false, code: 'record.unreachable' });
  expect(readFileSync(kept.options.file).equals(before)).toBe(true);
});

test('the copy of an upgrade lives no longer than any backup may', () => {
  closeStore(openStoreOrThrow(kept.options));
  const copies = () => readdirSync(path.join(folder, 'backups'));
  const days = (count: number) => Date.now() + count * 86_400_000;
  expireCopies(kept.options.file, days(MAX_AGE_DAYS - 1));
  expect(copies()).toHaveLength(2);
  expireCopies(kept.options.file, days(MAX_AGE_DAYS + 1));
  expect(copies()).toEqual([]);
});
