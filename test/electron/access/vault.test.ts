import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createVault,
  markVaultInUse,
  openVault,
  vaultState,
  type VaultContents,
  type VaultPlace,
} from '../../../electron/access/vault.ts';
import { FakeKeychain, noKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

let folder: string;
let removeFolder: () => void;
let keychain: FakeKeychain;
let place: VaultPlace;

beforeEach(() => {
  ({ folder, remove: removeFolder } = tempFolder());
  keychain = new FakeKeychain();
  place = { file: path.join(folder, 'vault.json'), databases: [path.join(folder, 'clinic.db')], keychain };
});
afterEach(() => removeFolder());

const hex = ({ keys }: VaultContents): string[] =>
  [keys.clinic.dataKey, keys.clinic.chainKey, keys.practice.dataKey, keys.practice.chainKey].map((key) =>
    Buffer.from(key).toString('hex'),
  );
const aRecordExists = (): void => writeFileSync(path.join(folder, 'clinic.db'), 'sealed');

test('first run, then the key chain gives back the same four keys', async () => {
  expect(dataOf(await vaultState(place))).toBe('none');
  const made = dataOf(await createVault(place, null));
  expect(new Set(hex(made)).size).toBe(4);
  expect(hex(made).every((key) => key.length === 64)).toBe(true);
  expect(dataOf(await vaultState(place))).toBe('keychain');
  expect(hex(dataOf(await openVault(place, null)))).toEqual(hex(made));
  const text = readFileSync(place.file, 'utf8');
  for (const key of hex(made))
    expect([text.includes(key), text.includes(Buffer.from(key, 'hex').toString('base64'))]).toEqual([false, false]);
  if (process.platform !== 'win32') expect(statSync(place.file).mode & 0o077).toBe(0);
});

test('where no real key chain is, a passphrase is asked for, and a wrong one refused', async () => {
  const alone = { ...place, keychain: noKeychain };
  expect(await createVault(alone, null)).toMatchObject({ ok: false, kind: 'refused', code: 'vault.passphraseNeeded' });
  expect(readdirSync(folder)).toEqual([]);
  // Typed on one keyboard as one letter, on another as letter and accent: the same passphrase.
  const made = dataOf(await createVault(alone, 'caf\u00e9 au lait'));
  expect(dataOf(await vaultState(alone))).toBe('passphrase');
  expect(await openVault(alone, null)).toMatchObject({ ok: false, code: 'vault.passphraseNeeded' });
  expect(await openVault(alone, 'cafe au lait')).toEqual({
    ok: false,
    kind: 'refused',
    code: 'vault.passphraseWrong',
    params: {},
  });
  expect(hex(dataOf(await openVault(alone, 'cafe\u0301 au lait')))).toEqual(hex(made));
});

test('a key chain that is gone or refuses says so; a passphrase given as well still opens', async () => {
  dataOf(await createVault(place, null));
  keychain.refuses = true;
  expect(await openVault(place, null)).toMatchObject({ ok: false, kind: 'broken', code: 'vault.keychainRefused' });
  expect(await openVault({ ...place, keychain: noKeychain }, 'anything')).toMatchObject({
    ok: false,
    kind: 'broken',
    code: 'vault.keychainMissing',
  });
  const both = { ...place, file: path.join(folder, 'both.json') };
  const made = dataOf(await createVault(both, 'correct horse'));
  expect(await openVault(both, null)).toMatchObject({ ok: false, code: 'vault.passphraseNeeded' });
  expect(hex(dataOf(await openVault(both, 'correct horse')))).toEqual(hex(made));
  keychain.refuses = false;
  expect(hex(dataOf(await openVault(both, null)))).toEqual(hex(made));
});

test('a key chain that asks for it is given the secret anew', async () => {
  const made = dataOf(await createVault(place, null));
  keychain.rewrap = true;
  expect(hex(dataOf(await openVault(place, null)))).toEqual(hex(made));
  expect(keychain.wraps).toBe(2);
  keychain.rewrap = false;
  expect(hex(dataOf(await openVault(place, null)))).toEqual(hex(made));
});

test('records may be made new until the vault was in use', async () => {
  expect(dataOf(await createVault(place, null)).fresh).toBe(true);
  expect(dataOf(await openVault(place, null)).fresh).toBe(true);
  dataOf(await markVaultInUse(place));
  expect(dataOf(await openVault(place, null)).fresh).toBe(false);
});

test('no second vault over a first, and none over records that are there', async () => {
  const made = dataOf(await createVault(place, null));
  expect(await createVault(place, null)).toMatchObject({ ok: false, kind: 'refused', code: 'vault.exists' });
  expect(hex(dataOf(await openVault(place, null)))).toEqual(hex(made));
  const elsewhere = { ...place, file: path.join(folder, 'other.json') };
  aRecordExists();
  for (const answer of [
    await vaultState(elsewhere),
    await createVault(elsewhere, null),
    await openVault(elsewhere, null),
  ]) {
    expect(answer).toMatchObject({ ok: false, kind: 'broken', code: 'vault.missing' });
  }
  expect(readdirSync(folder)).not.toContain('other.json');
});

test.each(['', '{', '{"schemaVersion":1}', 'null', '[]'])(
  'a damaged vault (%j) is set aside and its copy takes over',
  async (text) => {
    const made = dataOf(await createVault(place, null));
    aRecordExists();
    writeFileSync(place.file, text);
    const opened = dataOf(await openVault(place, null));
    expect([hex(opened), opened.findings]).toEqual([hex(made), ['vault.restored']]);
    expect(readFileSync(`${place.file}.damaged-1`, 'utf8')).toBe(text);
    expect(dataOf(await openVault(place, null)).findings).toEqual([]);
    writeFileSync(place.file, 'again');
    dataOf(await openVault(place, null));
    expect(readFileSync(`${place.file}.damaged-2`, 'utf8')).toBe('again');
  },
);

test('damaged with its copy: left as it is where records exist, begun anew where none does', async () => {
  dataOf(await createVault(place, null));
  for (const name of ['vault.json', 'vault.json.copy']) writeFileSync(path.join(folder, name), '?');
  aRecordExists();
  expect(await openVault(place, null)).toMatchObject({ ok: false, kind: 'broken', code: 'vault.damaged' });
  expect(await createVault(place, null)).toMatchObject({ ok: false, kind: 'broken', code: 'vault.damaged' });
  expect(readFileSync(place.file, 'utf8')).toBe('?');
  rmSync(path.join(folder, 'clinic.db'));
  expect(dataOf(await vaultState(place))).toBe('none');
  expect(readdirSync(folder).toSorted()).toEqual(['vault.json.copy.damaged-1', 'vault.json.damaged-1']);
});

test('a lost vault comes back from its copy', async () => {
  const made = dataOf(await createVault(place, null));
  aRecordExists();
  rmSync(place.file);
  expect(hex(dataOf(await openVault(place, null)))).toEqual(hex(made));
  expect(readdirSync(folder)).toContain('vault.json');
});

test('a vault whose sealed keys were changed does not open, and a newer one is left alone', async () => {
  dataOf(await createVault(place, null));
  const text = readFileSync(place.file, 'utf8');
  const changed = text.replace(
    /("keys"[^]*"text": ")(.)/,
    (_all, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A'),
  );
  expect(changed).not.toBe(text);
  writeFileSync(place.file, changed);
  expect(await openVault(place, null)).toMatchObject({ ok: false, kind: 'broken', code: 'vault.damaged' });
  const newer = text.replace('"schemaVersion": 2', '"schemaVersion": 3');
  writeFileSync(place.file, newer);
  for (const answer of [await vaultState(place), await openVault(place, null), await createVault(place, null)]) {
    expect(answer).toEqual({ ok: false, kind: 'broken', code: 'vault.newer', params: { version: 3, known: 2 } });
  }
  expect(readFileSync(place.file, 'utf8')).toBe(newer);
});
