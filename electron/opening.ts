import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import {
  createVault,
  markVaultInUse,
  openVault,
  vaultState,
  type VaultContents,
  type VaultPlace,
  type VaultState,
} from './access/vault.ts';
import type { Keychain } from './access/keychain.ts';
import { planFile } from './record/backup/swap.ts';
import { openRecord, type OpenOptions, type RecordClient, type RecordKind } from './record/client.ts';
import { noRecord, runJob } from './record/jobs/run-job.ts';
import type { Records } from './session/room.ts';

/** Where this PC keeps its records. */
export interface RecordPlace {
  readonly folder: string;
  readonly keychain: Keychain;
  readonly pc: string;
}

export interface Opened {
  readonly records: Records;
  /** Codes to show (`finding.<code>`). */
  readonly findings: readonly string[];
}

export const fileOf = (place: RecordPlace, kind: RecordKind): string => join(place.folder, `${kind}.db`);

export function vaultPlace(place: RecordPlace): VaultPlace {
  return {
    file: join(place.folder, 'vault.json'),
    databases: [fileOf(place, 'clinic'), fileOf(place, 'practice')],
    keychain: place.keychain,
  };
}

/** What stands before the record: nothing yet, the key chain, or a passphrase. */
export function whatOpens(place: RecordPlace): Promise<Answer<VaultState>> {
  return vaultState(vaultPlace(place));
}

/** Hears the keys as soon as they are known, also where the records then do not open. */
type Known = (vault: VaultContents) => void;

/** First run: makes the keys and the empty records. */
export async function makeRecords(
  place: RecordPlace,
  passphrase: string | null,
  known: Known = () => undefined,
): Promise<Answer<Opened>> {
  const vault = await createVault(vaultPlace(place), passphrase);
  if (!vault.ok) return vault;
  known(vault.data);
  return openWith(place, vault.data);
}

/** Later runs: opens keys and records; `passphrase` where there is no key chain. */
export async function openRecords(
  place: RecordPlace,
  passphrase: string | null,
  known: Known = () => undefined,
): Promise<Answer<Opened>> {
  const vault = await openVault(vaultPlace(place), passphrase);
  if (!vault.ok) return vault;
  known(vault.data);
  return openWith(place, vault.data);
}

/** What a record of this PC is opened with. */
export function optionsOf(place: RecordPlace, vault: Pick<VaultContents, 'keys'>, kind: RecordKind): OpenOptions {
  const { dataKey, chainKey } = vault.keys[kind];
  return { file: fileOf(place, kind), dataKey, chainKey, pc: place.pc, kind, mayCreate: false };
}

/** Brings exchanges of record files to their end that something ended midway; before anything is opened. */
export async function finishRestores(place: RecordPlace): Promise<void> {
  const files = [fileOf(place, 'clinic'), fileOf(place, 'practice')];
  const plans = await Promise.all(
    files.map((file) =>
      access(planFile(file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (plans.includes(true)) await runJob(noRecord, 'restoreFinish', { files });
}

/** Opens both records with keys that are known. */
export async function openWith(place: RecordPlace, vault: VaultContents): Promise<Answer<Opened>> {
  const clinic = await openOne(place, vault, 'clinic');
  if (!clinic.ok) return clinic;
  const practice = await openOne(place, vault, 'practice');
  if (!practice.ok) {
    await clinic.data.close();
    return practice;
  }
  await markVaultInUse(vaultPlace(place));
  const findings: string[] = [...vault.findings];
  for (const record of [clinic.data, practice.data]) {
    const report = await record.check();
    if (report.ok) findings.push(...report.data.findings.map(({ code }) => code));
    else findings.push(report.code);
  }
  return success({ records: { clinic: clinic.data, practice: practice.data }, findings: [...new Set(findings)] });
}

async function openOne(place: RecordPlace, vault: VaultContents, kind: RecordKind): Promise<Answer<RecordClient>> {
  const opened = await openRecord({ ...optionsOf(place, vault, kind), mayCreate: vault.fresh });
  if (!('ok' in opened)) return success(opened);
  return failure(opened.kind, opened.code, opened.params);
}
