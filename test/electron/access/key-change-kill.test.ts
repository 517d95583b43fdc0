import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault, openVault, type Keys, type VaultPlace } from '../../../electron/access/vault.ts';
import { openVaultWith } from '../../../electron/access/vault-adopt.ts';
import { renewRecovery } from '../../../electron/access/vault-changes.ts';
import { openRecords, vaultPlace } from '../../../electron/opening.ts';
import { openForReading } from '../../../electron/record/reading.ts';
import { recoveryGroups } from '../../../shared/access/recovery-key.ts';
import { fixedKeychain } from '../../helpers/keychains.ts';
import { anAppend, createdBody, dataOf, openOrThrow, tempFolder } from '../../helpers/temp-record.ts';

const child = fileURLToPath(new URL('./key-change-child.ts', import.meta.url));
/** Every how many file operations a round is killed; 1 (all of them) where `STILLROOM_EVERY_STEP` is set. */
const STRIDE = process.env['STILLROOM_EVERY_STEP'] === undefined ? 9 : 1;
const OLD = new Uint8Array(20).fill(5);
const keychainKey = randomBytes(32);

let base: string;
let removeFolder: () => void;
let before: Keys;
let head: string;

const placeOf = (folder: string) => ({ folder, keychain: fixedKeychain(keychainKey), pc: 'pc-1' });

beforeEach(async () => {
  const { folder, remove } = tempFolder();
  base = path.join(folder, 'base');
  removeFolder = remove;
  const vault = vaultPlace(placeOf(base));
  before = dataOf(await createVault(vault, null)).keys;
  dataOf(await renewRecovery(vault, null, { secret: OLD, madeAt: 1 }));
  for (const kind of ['clinic', 'practice'] as const) {
    const record = await openOrThrow({
      file: path.join(base, `${kind}.db`),
      ...before[kind],
      pc: 'pc-1',
      kind,
      mayCreate: true,
    });
    for (let index = 0; index < 12; index += 1)
      dataOf(
        await record.append(
          anAppend(`session:${index}`, 0, null, createdBody({ room: `Room ${index} ${'.'.repeat(900)}` })),
        ),
      );
    if (kind === 'clinic') head = dataOf(await record.check()).head.hash;
    await record.close();
  }
});
afterEach(() => removeFolder());

/** Runs the change on a copy of the base and kills it before file operation `at`; 0 lets it end. How many it made, or null. */
async function changeKilledAt(folder: string, act: 'recovery' | 'data', at: number): Promise<number | null> {
  cpSync(base, folder, { recursive: true });
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [child, folder, keychainKey.toString('hex'), act, String(at)], (error, said) => {
      if (error === null) resolve(Number(said));
      else if (error.signal === 'SIGKILL') resolve(null);
      else reject(error);
    });
  });
}

const opensWith = (folder: string, kind: 'clinic' | 'practice', keys: Keys): boolean => {
  const reading = openForReading({ file: path.join(folder, `${kind}.db`), kind, ...keys[kind] });
  if ('ok' in reading) return false;
  reading.reader.close();
  return true;
};

test('a new recovery key, killed between file operations: the vault opens, by exactly one of the two keys', async () => {
  const total = (await changeKilledAt(path.join(base, '..', 'whole'), 'recovery', 0)) ?? 0;
  expect(total).toBeGreaterThan(8);
  for (let at = 1; at <= total; at += STRIDE) {
    const folder = path.join(base, '..', `recovery-${at}`);
    expect(await changeKilledAt(folder, 'recovery', at)).toBe(null);
    const place: VaultPlace = vaultPlace(placeOf(folder));
    expect(dataOf(await openVault(place, null)).keys).toEqual(before);
    const by = async (secret: Uint8Array): Promise<boolean> =>
      (await openVaultWith(place.file, { kind: 'recovery', text: recoveryGroups(secret).join('') })).ok;
    // One of the two opens it: never neither, and never both.
    expect((await by(OLD)) !== (await by(new Uint8Array(20).fill(9)))).toBe(true);
  }
});

test('new data keys, killed between file operations: the record opens, is whole, and exactly one key fits each file', async () => {
  const total = (await changeKilledAt(path.join(base, '..', 'whole'), 'data', 0)) ?? 0;
  expect(total).toBeGreaterThan(30);
  const ends = new Set<string>();
  for (let at = 1; at <= total; at += STRIDE) {
    const folder = path.join(base, '..', `data-${at}`);
    expect(await changeKilledAt(folder, 'data', at)).toBe(null);
    const { records, findings, check } = dataOf(await openRecords(placeOf(folder), null));
    const report = dataOf(await records.clinic.job('verify', { elsewhere: [] }));
    expect([report.findings, report.head.hash]).toEqual([[], head]);
    expect([...findings, ...(await check()).findings]).toEqual([]);
    await records.clinic.close();
    await records.practice.close();
    const { keys, nextKeys } = dataOf(await openVault(vaultPlace(placeOf(folder)), null));
    expect(nextKeys).toBe(null);
    for (const kind of ['clinic', 'practice'] as const) {
      const isNew = Buffer.compare(keys[kind].dataKey, before[kind].dataKey) !== 0;
      expect([opensWith(folder, kind, keys), opensWith(folder, kind, before)]).toEqual([true, !isNew]);
      ends.add(`${kind} ${isNew ? 'new' : 'old'}`);
    }
    expect(readdirSync(folder).filter((name) => name.includes('rekeyed'))).toEqual([]);
  }
  expect([...ends].toSorted()).toEqual(['clinic new', 'clinic old', 'practice old']);
}, 600_000);
