import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { BackupReason } from '../../../shared/ipc/backups.ts';
import type { Head, RecordClient } from '../client-types.ts';
import type { JobHooks } from '../jobs/run-job.ts';
import { stemOf, type BackupManifest } from './manifest.ts';
import type { Pace } from './paced-copy.ts';

/** Longest that checkpoints are held for one copy, ms. The log grows meanwhile by what is written. */
const HOLD_MS = 60 * 60_000;

/** One copy of a record that is asked for. */
export interface Wanted {
  readonly folder: string;
  readonly vaultFile: string;
  readonly reason: BackupReason;
  readonly pace: Pace;
  /** Epoch ms; also names the copy. */
  readonly createdAt: number;
  readonly appVersion: string;
  readonly whole: boolean;
  /** The head of the last good copy: where the record still ends there, no copy is made. Null makes one in any case. */
  readonly unless: Head | null;
}

/**
 * Makes one verified copy of an open record while it goes on being written: checkpoints are held while the ciphertext is
 * copied, then the copy is opened and checked beside it. What does not pass is removed and never counts.
 * @returns null where nothing was written since `unless`
 */
export async function takeCopy(
  record: RecordClient,
  wanted: Wanted,
  hooks: JobHooks = {},
): Promise<Answer<BackupManifest | null>> {
  const { pace, unless, ...rest } = wanted;
  const stem = stemOf(record.kind, wanted.createdAt);
  const held = await record.holdCheckpoints(HOLD_MS);
  if (!held.ok) return held;
  if (unless?.hash === held.data.hash) {
    await record.releaseCheckpoints();
    return success(null);
  }
  const copied = await record.job('backupCopy', { folder: wanted.folder, stem, pace }, hooks);
  const released = await record.releaseCheckpoints();
  if (!copied.ok) return copied;
  // A worker that was started again in between held nothing.
  if (!released.ok || !released.data.held) return failure('unavailable', 'backup.disturbed');
  return record.job('backupCheck', { ...rest, stem }, hooks);
}
