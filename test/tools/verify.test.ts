import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault } from '../../electron/access/vault.ts';
import { appendEvents } from '../../electron/record/append.ts';
import type { OpenOptions } from '../../electron/record/client-types.ts';
import { noteMade } from '../../electron/record/anchors/note.ts';
import { closeStore } from '../../electron/record/store.ts';
import { noKeychain } from '../helpers/keychains.ts';
import { tamperedCopy } from '../helpers/tampered.ts';
import { anAppend, dataOf, openOrThrow, openStoreOrThrow, tempFolder, tempOptions } from '../helpers/temp-record.ts';

const { folder, remove } = tempFolder();
const passphrase = 'correct horse battery';
const vault = path.join(folder, 'vault.json');
let options: OpenOptions;

beforeAll(async () => {
  const { keys } = dataOf(await createVault({ file: vault, databases: [], keychain: noKeychain }, passphrase));
  options = { ...tempOptions(folder), ...keys.clinic };
  const store = openStoreOrThrow(options);
  for (let index = 0; index < 5; index += 1)
    appendEvents(store, [anAppend('session:a', index, null, { type: 'noted', index }, index * 60)]);
  closeStore(store);
});
afterAll(remove);

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly refused: string;
}

function verify(args: readonly string[], typed: string): Promise<Ended> {
  const script = path.resolve(import.meta.dirname, '../../tools/verify.ts');
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, TZ: 'UTC' } });
  const said = { out: '', error: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.error += text.toString()));
  // Who is told how it is used reads nothing that is typed, and may be gone before it is.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${typed}\n`);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, said: said.out, refused: said.error }));
  });
}

test('a record that fits: 0, also beside the app that has it open', async () => {
  const fits = { code: 0, said: 'Checked 5 entries: every one is as it was written.\n', refused: '' };
  const before = readFileSync(options.file);
  expect(await verify(['--data', folder], passphrase)).toEqual(fits);
  expect(readFileSync(options.file).equals(before)).toBe(true);
  const record = await openOrThrow(options);
  expect(await verify(['--data', folder], passphrase)).toEqual(fits);
  dataOf(await record.close());
});

test('the first row that does not fit is named: 1', async () => {
  const copy = tamperedCopy(options, (database) =>
    database.exec("UPDATE events SET author = 'unsigned' WHERE seq = 3"),
  );
  copyFileSync(path.join(folder, 'clinic.anchors'), copy.file.replace(/db$/, 'anchors'));
  const ended = await verify(['--file', copy.file, '--vault', vault], passphrase);
  expect(ended.code).toBe(1);
  expect(ended.said).toContain('The first entry that does not fit is number 3, an entry of a session');
  expect(ended.said).toContain('recorded Tue 3 Mar 2026, 09:02.');
});

test('a cut tail is found by notes kept elsewhere: 1', async () => {
  const record = await openOrThrow(options);
  dataOf(await record.noteAnchor('export', Date.UTC(2026, 2, 3, 14, 3)));
  dataOf(await record.close());
  const notes = path.join(folder, 'elsewhere');
  copyFileSync(path.join(folder, 'clinic.anchors'), notes);
  const copy = tamperedCopy(options, (database) =>
    database.exec('DELETE FROM bodies WHERE seq > 3; DELETE FROM events WHERE seq > 3; UPDATE file SET clean_seq = 3'),
  );
  const store = openStoreOrThrow(copy);
  noteMade(copy, store.fileId, 0);
  closeStore(store);
  expect((await verify(['--file', copy.file, '--vault', vault], passphrase)).code).toBe(0);
  const ended = await verify(['--file', copy.file, '--vault', vault, '--anchors', notes], passphrase);
  expect(ended.code).toBe(1);
  expect(ended.said).toContain('2 entries from Tue 3 Mar 2026, 09:02 to Tue 3 Mar 2026, 14:03 are missing.');
});

test('what cannot be checked is told and ends with 2; nothing is written', async () => {
  const before = readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).size]);
  expect(await verify([], '')).toMatchObject({ code: 2, refused: expect.stringContaining('Usage') });
  expect(await verify(['--data', path.join(folder, 'nowhere')], passphrase)).toMatchObject({ code: 2 });
  const wrong = await verify(['--data', folder], 'another passphrase');
  expect(wrong).toMatchObject({ code: 2, said: '' });
  expect(wrong.refused).not.toContain('another passphrase');
  expect(readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).size])).toEqual(before);
});
