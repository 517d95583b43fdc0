import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failure, success } from '../../../shared/ipc/answer.ts';
import { sha256OfFile } from '../backup/paced-copy.ts';
import { isTarget, markTarget } from '../backup/target.ts';
import { syncFile } from '../durable.ts';
import type { Job } from './job-types.ts';

const TRIAL_BYTES = 1024 * 1024;

/** Tries a folder for copies: writes, syncs, reads back and removes a file. `choose` makes it the one that copies go to. */
export const backupFolderJob: Job<'backupFolder'> = async (_context, { folder, choose }) => {
  if (!choose && !isTarget(folder)) return failure('unavailable', 'backup.folderGone');
  const trial = path.join(folder, 'stillroom-trial.part');
  const began = performance.now();
  try {
    writeFileSync(trial, Buffer.alloc(TRIAL_BYTES, 0x5a));
    syncFile(trial);
    const read = await sha256OfFile(trial, () => true);
    if (read?.size !== TRIAL_BYTES) return failure('unavailable', 'backup.folderWrong');
  } finally {
    rmSync(trial, { force: true });
  }
  const tookMs = performance.now() - began;
  if (choose) markTarget(folder);
  const { bavail, bsize } = statfsSync(folder);
  return success({ freeBytes: bavail * bsize, tookMs });
};
