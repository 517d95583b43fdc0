import { join } from 'node:path';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import {
  createVault,
  markVaultInUse,
  openVault,
  vaultState,
  vaultWays,
  type VaultContents,
  type VaultPlace,
  type VaultState,
  type VaultWays,
} from './access/vault.ts';
import { finishReplacing, isSame } from './access/data-keys.ts';
import { recoverVault } from './access/vault-changes.ts';
import { setRecordAside } from './access/set-aside.ts';
import { anyExists } from './access/vault-find.ts';
import { newestVaultIn } from './access/vault-return.ts';
import { backupFolder } from './backups.ts';
import type { AppStatus } from '../shared/ipc/contract.ts';
import type { Found } from '../shared/record/health.ts';
import type { Keys } from './access/vault-types.ts';
import type { Keychain } from './access/keychain.ts';
import { planFile, stagedFile } from './record/backup/swap.ts';
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
  /** The start-up check of both records. Apart from opening: a session goes on, and its music plays, before it is done. */
  readonly check: () => Promise<StartCheck>;
  /** The keys that the files opened with. */
  readonly keys: Keys;
}

export interface StartCheck {
  /** Codes to show (`finding.<code>`), each once. */
  readonly findings: readonly string[];
  /** What was found in the clinic's record, with its times and numbers. */
  readonly found: readonly Found[];
}

export const fileOf = (place: RecordPlace, kind: RecordKind): string => join(place.folder, `${kind}.db`);

/** Where the vault of a record's place lies. */
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

/** Where a new record, the old files set aside, is a way on: the files are lost or do not fit, not just out of reach. */
const lostForGood: readonly string[] = [
  'vault.missing',
  'vault.damaged',
  'vault.keychainMissing',
  'vault.keychainRefused',
  'record.missing',
  'record.wrongKey',
  'record.wrongChainKey',
  'record.damaged',
  'record.otherProgram',
  'record.otherKind',
];

/** The ways on where the record does not open: because of `problem`, or because it waits for its passphrase (null). */
export async function waysOn(place: RecordPlace, problem: string | null): Promise<AppStatus['ways']> {
  const ways = await vaultWays(vaultPlace(place));
  const keyLost = problem === 'vault.missing' || problem === 'vault.damaged';
  const copy = keyLost ? await newestVaultIn(backupFolder(place)).catch(() => null) : null;
  const locked = problem === null || problem.startsWith('vault.keychain');
  return [
    ...(locked && ways.ok && ways.data.recoveryMadeAt !== null ? (['recovery'] as const) : []),
    ...(copy === null ? [] : (['keyFile'] as const)),
    ...(problem !== null && lostForGood.includes(problem) ? (['startNew'] as const) : []),
  ];
}

/** Hears the keys as soon as they are known, also where the records then do not open. */
type Known = (vault: VaultContents) => void;

/** The ways that lead to the keys. */
export function waysInto(place: RecordPlace): Promise<Answer<VaultWays>> {
  return vaultWays(vaultPlace(place));
}

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

/** Opens by the recovery key and gives the keys back to this PC; `passphrase` is a new one where there is no key chain. */
export async function recoverRecords(
  place: RecordPlace,
  recoveryKey: string,
  passphrase: string | null,
  known: Known = () => undefined,
): Promise<Answer<Opened>> {
  const vault = await recoverVault(vaultPlace(place), recoveryKey, passphrase);
  if (!vault.ok) return vault;
  known(vault.data);
  return openWith(place, vault.data);
}

/** What a record of this PC is opened with. */
export function optionsOf(place: RecordPlace, vault: Pick<VaultContents, 'keys'>, kind: RecordKind): OpenOptions {
  const { dataKey, chainKey } = vault.keys[kind];
  return { file: fileOf(place, kind), dataKey, chainKey, pc: place.pc, kind, mayCreate: false };
}

/**
 * Brings exchanges of record files to their end that something ended midway; before anything is opened. Copies that were
 * looked at and never restored are removed.
 */
export async function finishRestores(place: RecordPlace): Promise<Answer<null>> {
  const files = [fileOf(place, 'clinic'), fileOf(place, 'practice')];
  const waiting = [...files.map(planFile), ...files.map(stagedFile)];
  if (!(await anyExists(waiting))) return success(null);
  const finished = await runJob(noRecord, 'restoreFinish', { files });
  return finished.ok ? success(null) : finished;
}

/** Opens both records with keys that are known. */
export async function openWith(place: RecordPlace, vault: VaultContents): Promise<Answer<Opened>> {
  // An exchange that could be neither finished nor taken back: what lies there now may not be what counts.
  if (await anyExists([planFile(fileOf(place, 'clinic')), planFile(fileOf(place, 'practice'))]))
    return failure('unavailable', 'record.unreachable');
  // Beside each other: after a power cut music waits for both.
  const [clinic, tried] = await Promise.all([openOne(place, vault, 'clinic'), openOne(place, vault, 'practice')]);
  if (!clinic.ok) {
    if (tried.ok) await tried.data.record.close();
    return clinic;
  }
  const practice = await practiceFrom(tried, place, vault);
  if (!practice.ok) {
    await clinic.data.record.close();
    return practice;
  }
  const own = vaultPlace(place);
  await markVaultInUse(own);
  if (vault.nextKeys !== null) {
    const fits = { clinic: clinic.data.fits, practice: practice.data.fits };
    await finishReplacing(own, own.databases, vault.keys, vault.nextKeys, fits);
  }
  const records = { clinic: clinic.data.record, practice: practice.data.record };
  const findings = [...vault.findings, ...(practice.data.begunAnew ? ['record.practiceAnew'] : [])];
  return success({
    records,
    findings,
    check: () => checkAtStart([records.clinic, records.practice]),
    keys: {
      clinic: (clinic.data.fits === 'next' ? vault.nextKeys : null)?.clinic ?? vault.keys.clinic,
      practice: (practice.data.fits === 'next' ? vault.nextKeys : null)?.practice ?? vault.keys.practice,
    },
  });
}

async function checkAtStart(records: readonly RecordClient[]): Promise<StartCheck> {
  const found: Found[] = [];
  const findings: string[] = [];
  const reports = await Promise.all(
    records.map(async (record) => ({ kind: record.kind, report: await record.check() })),
  );
  for (const { kind, report } of reports) {
    if (report.ok && kind === 'clinic') found.push(...report.data.findings);
    if (report.ok) findings.push(...report.data.findings.map(({ code }) => code));
    else findings.push(report.code);
  }
  return { findings: [...new Set(findings)], found };
}

/** What says that a key is not the file's, or that there is no file to say. */
const notThisOne: readonly string[] = ['record.wrongKey', 'record.wrongChainKey', 'record.missing'];

/** The practice record. Nobody is kept from the clinic's by it: where it is lost, it is set aside and begun anew. */
async function practiceFrom(
  opened: Answer<OpenedOne>,
  place: RecordPlace,
  vault: VaultContents,
): Promise<Answer<OpenedOne & { readonly begunAnew: boolean }>> {
  if (opened.ok) return success({ ...opened.data, begunAnew: false });
  if (!lostForGood.includes(opened.code)) return opened;
  const aside = await setRecordAside(place.folder, 'practice');
  if (!aside.ok) return aside;
  const made = await openRecord({ ...optionsOf(place, vault, 'practice'), mayCreate: true });
  if ('ok' in made) return failure(made.kind, made.code, made.params);
  return success({ record: made, fits: 'old', begunAnew: true });
}

interface OpenedOne {
  readonly record: RecordClient;
  readonly fits: 'next' | 'old';
}

/** Opens one record: with the key that takes over, where there is one and it fits, else with the one in force. */
async function openOne(place: RecordPlace, vault: VaultContents, kind: RecordKind): Promise<Answer<OpenedOne>> {
  const { keys, nextKeys } = vault;
  const options = optionsOf(place, vault, kind);
  if (nextKeys !== null && !isSame(keys, nextKeys, kind)) {
    const next = await openRecord({ ...options, ...nextKeys[kind] });
    if (!('ok' in next)) return success({ record: next, fits: 'next' });
    if (!notThisOne.includes(next.code)) return failure(next.kind, next.code, next.params);
  }
  const opened = await openRecord({ ...options, mayCreate: vault.fresh });
  if (!('ok' in opened)) return success({ record: opened, fits: 'old' });
  return failure(opened.kind, opened.code, opened.params);
}
