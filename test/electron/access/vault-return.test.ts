import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestVaultIn, returnVault } from '../../../electron/access/vault-return.ts';
import { createVault, openVault, type VaultPlace } from '../../../electron/access/vault.ts';
import { FakeKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

let folder: string;
let backups: string;
let remove: () => void;
let place: VaultPlace;

beforeEach(async () => {
  ({ folder, remove } = tempFolder());
  backups = path.join(folder, 'backups');
  place = {
    file: path.join(folder, 'vault.json'),
    databases: [path.join(folder, 'clinic.db')],
    keychain: new FakeKeychain(),
  };
  dataOf(await createVault(place, null));
  writeFileSync(path.join(folder, 'clinic.db'), 'sealed');
});
afterEach(() => remove());

function backUp(...moments: readonly string[]): void {
  mkdirSync(backups, { recursive: true });
  for (const at of moments) copyFileSync(place.file, path.join(backups, `clinic-${at}.vault.json`));
}
function lose(): void {
  for (const file of [place.file, `${place.file}.copy`]) rmSync(file);
}

test('a lost key file comes back from the newest whole one beside the backups, and opens the record', async () => {
  backUp('20260101T101010000Z', '20260301T101010000Z');
  const { keys } = dataOf(await openVault(place, null));
  const whole = readFileSync(place.file, 'utf8');
  // The newest one was cut: the one before it counts.
  writeFileSync(path.join(backups, 'practice-20260401T101010000Z.vault.json'), whole.slice(0, 100));
  lose();
  expect(await openVault(place, null)).toMatchObject({ ok: false, code: 'vault.missing' });
  expect(await returnVault(place, backups)).toMatchObject({ ok: true });
  expect(dataOf(await openVault(place, null)).keys).toEqual(keys);
  expect(readFileSync(place.file, 'utf8')).toBe(whole);
});

test('what is damaged is set aside, not overwritten', async () => {
  backUp('20260101T101010000Z');
  for (const file of [place.file, `${place.file}.copy`]) writeFileSync(file, 'torn');
  expect(await returnVault(place, backups)).toMatchObject({ ok: true });
  expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(2);
  expect((await openVault(place, null)).ok).toBe(true);
});

test('a key file that can be read is left alone, and without a backup nothing is made', async () => {
  backUp('20260101T101010000Z');
  expect(await returnVault(place, backups)).toMatchObject({ ok: false, code: 'vault.exists' });
  lose();
  rmSync(backups, { recursive: true });
  expect(await newestVaultIn(backups)).toBe(null);
  expect(await returnVault(place, backups)).toMatchObject({ ok: false, code: 'vault.copyNone' });
  expect(readdirSync(folder)).toEqual(['clinic.db']);
});
