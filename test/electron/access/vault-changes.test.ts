import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adoptVault, openVaultWith, waysInto } from '../../../electron/access/vault-adopt.ts';
import {
  changePassphrase,
  openForChange,
  recoverVault,
  renewRecovery,
  settleKeys,
  stageKeys,
} from '../../../electron/access/vault-changes.ts';
import { createVault, openVault, vaultWays, type Keys, type VaultPlace } from '../../../electron/access/vault.ts';
import { withNewDataKeys } from '../../../electron/access/vault-keys.ts';
import { recoveryGroups } from '../../../shared/access/recovery-key.ts';
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

const hex = (keys: Keys): string[] =>
  [keys.clinic.dataKey, keys.clinic.chainKey, keys.practice.dataKey, keys.practice.chainKey].map((key) =>
    Buffer.from(key).toString('hex'),
  );
const aKey = (): { readonly secret: Uint8Array; readonly madeAt: number; readonly text: string } => {
  const secret = randomBytes(20);
  return { secret, madeAt: 1_790_000_000_000, text: recoveryGroups(secret).join(' ') };
};
const by = (text: string) => ({ kind: 'recovery', text }) as const;

test('a recovery key opens the vault where the key chain has forgotten it, and the key chain knows it again', async () => {
  const made = dataOf(await createVault(place, null));
  const recovery = aKey();
  dataOf(await renewRecovery(place, null, recovery));
  expect(dataOf(await vaultWays(place))).toEqual({
    keychain: true,
    passphrase: false,
    recoveryMadeAt: recovery.madeAt,
  });
  const anew = { ...place, keychain: new FakeKeychain() };
  expect(await openVault(anew, null)).toMatchObject({ ok: false, code: 'vault.keychainRefused' });
  expect(hex(dataOf(await recoverVault(anew, recovery.text, null)).keys)).toEqual(hex(made.keys));
  expect(hex(dataOf(await openVault(anew, null)).keys)).toEqual(hex(made.keys));
  expect(hex(dataOf(await openVaultWith(place.file, by(recovery.text))).keys)).toEqual(hex(made.keys));
});

test('a mistyped group is named; a whole key that is another’s is told apart; nothing changes', async () => {
  dataOf(await createVault(place, null));
  expect(await recoverVault(place, aKey().text, null)).toMatchObject({ ok: false, code: 'vault.recoveryNone' });
  const recovery = aKey();
  dataOf(await renewRecovery(place, null, recovery));
  const before = readFileSync(place.file, 'utf8');
  const groups = recovery.text.split(' ');
  const typo = groups
    .with(
      4,
      (groups[4] ?? '').replace(/^./, (letter) => (letter === '7' ? '8' : '7')),
    )
    .join(' ');
  expect(await recoverVault(place, typo, null)).toMatchObject({ code: 'vault.recoveryGroup', params: { group: 5 } });
  expect(await recoverVault(place, aKey().text, null)).toMatchObject({ code: 'vault.recoveryWrong' });
  expect(readFileSync(place.file, 'utf8')).toBe(before);
});

test('where no key chain is, the recovery key asks for a new passphrase, and the forgotten one ends', async () => {
  const alone = { ...place, keychain: noKeychain };
  const made = dataOf(await createVault(alone, 'the forgotten one'));
  const recovery = aKey();
  expect(await renewRecovery(alone, null, recovery)).toMatchObject({ code: 'vault.passphraseNeeded' });
  dataOf(await renewRecovery(alone, 'the forgotten one', recovery));
  expect(await recoverVault(alone, recovery.text, null)).toMatchObject({ code: 'vault.passphraseNeeded' });
  dataOf(await recoverVault(alone, recovery.text, 'a new one'));
  expect(await openVault(alone, 'the forgotten one')).toMatchObject({ code: 'vault.passphraseWrong' });
  expect(hex(dataOf(await openVault(alone, 'a new one')).keys)).toEqual(hex(made.keys));
});

test('a new recovery key ends the old one; an old copy opens with the old one, and gives away no key sealed later', async () => {
  const made = dataOf(await createVault(place, null));
  const [first, second] = [aKey(), aKey()];
  dataOf(await renewRecovery(place, null, first));
  const old = path.join(folder, 'old copy.json');
  writeFileSync(old, readFileSync(place.file));
  dataOf(await renewRecovery(place, null, second));
  expect(await openVaultWith(place.file, by(first.text))).toMatchObject({ code: 'vault.recoveryWrong' });
  expect(hex(dataOf(await openVaultWith(place.file, by(second.text))).keys)).toEqual(hex(made.keys));
  const leaked = dataOf(await openVaultWith(old, by(first.text)));
  const current = dataOf(await openForChange(place, null));
  expect(Buffer.from(leaked.vaultKey).equals(current.vaultKey)).toBe(false);
});

test('another passphrase takes the place of the old one; the recovery key stays', async () => {
  const alone = { ...place, keychain: noKeychain };
  const made = dataOf(await createVault(alone, 'the first one'));
  const recovery = aKey();
  dataOf(await renewRecovery(alone, 'the first one', recovery));
  expect(await changePassphrase(alone, 'a wrong one', 'the second one')).toMatchObject({
    code: 'vault.passphraseWrong',
  });
  dataOf(await changePassphrase(alone, 'the first one', 'the second one'));
  expect(await openVault(alone, 'the first one')).toMatchObject({ code: 'vault.passphraseWrong' });
  expect(hex(dataOf(await openVault(alone, 'the second one')).keys)).toEqual(hex(made.keys));
  expect(hex(dataOf(await openVaultWith(alone.file, by(recovery.text))).keys)).toEqual(hex(made.keys));
});

test('keys that are taking over stand beside the old ones until one of them is in force', async () => {
  const made = dataOf(await createVault(place, null));
  const next = withNewDataKeys(made.keys);
  expect(hex(next).filter((key) => hex(made.keys).includes(key))).toEqual([hex(made.keys)[1], hex(made.keys)[3]]);
  for (const inForce of ['old', 'next'] as const) {
    dataOf(await stageKeys(place, null, next));
    const both = dataOf(await openVault(place, null));
    expect([hex(both.keys), both.nextKeys === null ? [] : hex(both.nextKeys)]).toEqual([hex(made.keys), hex(next)]);
    dataOf(await settleKeys(place, inForce));
    const one = dataOf(await openVault(place, null));
    expect([hex(one.keys), one.nextKeys]).toEqual([inForce === 'old' ? hex(made.keys) : hex(next), null]);
  }
});

test('another PC’s vault is opened where it lies and becomes this PC’s own', async () => {
  const made = dataOf(await createVault(place, null));
  const recovery = aKey();
  dataOf(await renewRecovery(place, null, recovery));
  const before = readFileSync(place.file, 'utf8');
  expect(dataOf(await waysInto(place.file))).toMatchObject({ keychain: true, recoveryMadeAt: recovery.madeAt });
  const opened = dataOf(await openVaultWith(place.file, by(recovery.text)));
  const here = { ...place, file: path.join(folder, 'here', 'vault.json'), databases: [], keychain: new FakeKeychain() };
  dataOf(await adoptVault(here, opened, null));
  expect(dataOf(await openVault(here, null))).toMatchObject({ fresh: false });
  expect(hex(dataOf(await openVault(here, null)).keys)).toEqual(hex(made.keys));
  expect(hex(dataOf(await openVaultWith(here.file, by(recovery.text))).keys)).toEqual(hex(made.keys));
  expect(await adoptVault(here, opened, null)).toMatchObject({ code: 'vault.exists' });
  const full = { ...here, file: path.join(folder, 'full', 'vault.json'), databases: [here.file] };
  expect(await adoptVault(full, opened, null)).toMatchObject({ code: 'vault.exists' });
  const bare = { ...here, file: path.join(folder, 'bare', 'vault.json'), keychain: noKeychain };
  expect(await adoptVault(bare, opened, null)).toMatchObject({ code: 'vault.passphraseNeeded' });
  expect(readFileSync(place.file, 'utf8')).toBe(before);
});

test('a vault of the first form opens, and is written in today’s at its first change', async () => {
  const made = dataOf(await createVault(place, null));
  const { nextKeys: _none, ...first } = JSON.parse(readFileSync(place.file, 'utf8')) as Record<string, unknown>;
  const text = JSON.stringify({ ...first, schemaVersion: 1 });
  writeFileSync(place.file, text);
  writeFileSync(`${place.file}.copy`, text);
  expect(hex(dataOf(await openVault(place, null)).keys)).toEqual(hex(made.keys));
  expect(readFileSync(place.file, 'utf8')).toBe(text);
  dataOf(await renewRecovery(place, null, aKey()));
  expect(JSON.parse(readFileSync(place.file, 'utf8'))).toMatchObject({ schemaVersion: 2, nextKeys: null });
  expect(hex(dataOf(await openVault(place, null)).keys)).toEqual(hex(made.keys));
});
