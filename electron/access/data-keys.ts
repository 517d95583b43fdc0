import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { OpenOptions, RecordClient, RecordKind } from '../record/client.ts';
import type { Jobs } from '../record/jobs/job-types.ts';
import { runJob, type JobHooks } from '../record/jobs/run-job.ts';
import { syncFolder } from '../record/whole-file.ts';
import type { Keys, VaultPlace } from './vault-types.ts';
import { openForChange, settleKeys, stageKeys } from './vault-changes.ts';

/** A record whose file can be closed for a while. */
export type Closable = Pick<RecordClient, 'kind' | 'exclusively'>;

const unsynced = failure('broken', 'disk.error');

type Reencrypt = (
  options: OpenOptions,
  args: Jobs['reencrypt']['args'],
  hooks: JobHooks,
) => Promise<Answer<Jobs['reencrypt']['data']>>;

const inItsWorker: Reencrypt = (options, args, hooks) => runJob(options, 'reencrypt', args, hooks);

/** Where the copy under the new key is made, beside the record's file. */
export const copyBeside = (file: string): string => `${file}.rekeyed`;

/**
 * Gives records new data keys, one after another; the chain keys stay, so that the chain stays whole. For each: the
 * vault carries both keys; a copy under the new one is made and proven; it takes the file's place by one rename; the
 * vault drops the old key. A crash in between is put right by the next opening (`finishReplacing`). What fails leaves
 * the record under the key it had; records done before it keep their new one.
 * @param reencrypt the job; another one in tests
 */
export async function replaceDataKeys(
  place: VaultPlace,
  passphrase: string | null,
  records: readonly Closable[],
  hooks: JobHooks,
  reencrypt: Reencrypt = inItsWorker,
): Promise<Answer<null>> {
  for (const [index, record] of records.entries()) {
    const part: JobHooks = {
      ...hooks,
      progress: ({ done, total }) => hooks.progress?.({ done: index * total + done, total: records.length * total }),
    };
    const replaced = await replaceOne(place, passphrase, record, part, reencrypt);
    if (!replaced.ok) return replaced;
  }
  return success(null);
}

async function replaceOne(
  place: VaultPlace,
  passphrase: string | null,
  record: Closable,
  hooks: JobHooks,
  reencrypt: Reencrypt,
): Promise<Answer<null>> {
  const opened = await openForChange(place, passphrase);
  if (!opened.ok) return opened;
  opened.data.vaultKey.fill(0);
  // A replacement that was not settled: one of these keys opens a file, which one the next opening finds. None may go.
  if (opened.data.nextKeys !== null) return failure('refused', 'vault.unsettled');
  const dataKey = randomBytes(32);
  const { chainKey } = opened.data.keys[record.kind];
  const staged = await stageKeys(place, passphrase, { ...opened.data.keys, [record.kind]: { dataKey, chainKey } });
  if (!staged.ok) return staged;
  return record.exclusively(async (options) => {
    const making = copyBeside(options.file);
    const made = await reencrypt(options, { dataKey, making }, hooks);
    const swapped = made.ok && (await swap(making, options.file));
    if (swapped === false) await removeCopy(options.file);
    // Where the swap may not last a power cut, or the vault cannot be written, both keys stay: the next opening ends it.
    const settled = swapped === 'unsynced' ? unsynced : await settleKeys(place, swapped === false ? 'old' : 'next');
    if (!made.ok) return { answer: made, dataKey: options.dataKey };
    return swapped === false ? { answer: unsynced, dataKey: options.dataKey } : { answer: settled, dataKey };
  });
}

/** Puts the proven copy in the file's place; false where the system refused, and nothing changed. */
async function swap(copy: string, file: string): Promise<'done' | 'unsynced' | false> {
  try {
    await rename(copy, file);
  } catch {
    return false;
  }
  return syncFolder(path.dirname(file)).then(
    () => 'done',
    () => 'unsynced',
  );
}

/** Which of the two keys opened each record, where a replacement was cut short. */
export type Fits = Readonly<Record<RecordKind, 'next' | 'old'>>;

/** Ends a replacement that was cut short, by what the files themselves opened with; both keys stay where they differ. */
export async function finishReplacing(
  place: VaultPlace,
  files: readonly string[],
  keys: Keys,
  next: Keys,
  fits: Fits,
): Promise<void> {
  const kinds = (['clinic', 'practice'] as const).filter((kind) => !isSame(keys, next, kind));
  const found = new Set(kinds.map((kind) => fits[kind]));
  if (found.size > 1) return;
  for (const file of files) await removeCopy(file);
  await settleKeys(place, found.has('next') ? 'next' : 'old');
}

/** Whether a record's keys are the same in both. */
export function isSame(one: Keys, other: Keys, kind: RecordKind): boolean {
  const same = (part: 'dataKey' | 'chainKey'): boolean => Buffer.compare(one[kind][part], other[kind][part]) === 0;
  return same('dataKey') && same('chainKey');
}

async function removeCopy(file: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(copyBeside(file) + suffix, { force: true });
}
