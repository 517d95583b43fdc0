import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openVault } from '../../../electron/access/vault.ts';
import { commandAnswer } from '../../../electron/record/append.ts';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { checkTail, verifyAll } from '../../../electron/record/verify.ts';
import { noKeychain } from '../../helpers/keychains.ts';
import { openStoreOrThrow } from '../../helpers/temp-record.ts';
import { PASSPHRASE } from './app.ts';

/** The files of the record as a killed app left them, and the keys to them. */
export type Keys = Pick<OpenOptions, 'dataKey' | 'chainKey'>;

export async function keysOf(userData: string): Promise<Keys> {
  const databases = ['clinic.db', 'practice.db'].map((name) => path.join(userData, name));
  const vault = await openVault(
    { file: path.join(userData, 'vault.json'), databases, keychain: noKeychain },
    PASSPHRASE,
  );
  if (!vault.ok) throw new Error(`the vault did not open: ${vault.code}`);
  return vault.data.keys.clinic;
}

/** Looks at a copy, so that the app finds its files as they were: the chain holds, what was acknowledged is there. */
export async function assertLeft(
  userData: string,
  folder: string,
  keys: Keys,
  acknowledged: Iterable<string>,
): Promise<void> {
  mkdirSync(folder);
  for (const name of ['clinic.db', 'clinic.db-wal', 'clinic.anchors'])
    if (existsSync(path.join(userData, name))) copyFileSync(path.join(userData, name), path.join(folder, name));
  const file = path.join(folder, 'clinic.db');
  const store = openStoreOrThrow({ ...keys, file, pc: 'harness', kind: 'clinic', mayCreate: false });
  try {
    assert.deepEqual((await verifyAll(store)).findings, []);
    const tail = (await checkTail(store)).findings.filter(({ code }) => code !== 'record.notClosedCleanly');
    assert.deepEqual(tail, []);
    for (const commandId of acknowledged)
      assert.notEqual(commandAnswer(store.reader, commandId), null, `${commandId} was acknowledged and is lost`);
  } finally {
    closeStore(store);
  }
}
