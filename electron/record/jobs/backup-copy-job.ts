import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { filesOf } from '../backup/manifest.ts';
import { openConnection } from '../connection.ts';
import { pacedCopy } from '../backup/paced-copy.ts';
import { clearParts, PART } from '../backup/shelf.ts';
import type { Job, JobContext, Jobs } from './job-types.ts';

/** Room that copies leave on the disk: the record itself has to go on being written there. */
const RESERVE = 256 * 1024 * 1024;

type Args = Jobs['backupCopy']['args'];

/**
 * Copies the ciphertext of a record whose checkpoints are held: the file, which stands still, then its log up to where it
 * ends at that moment. Entries written meanwhile are in the log. The copy is not checked yet and does not count.
 */
export const backupCopyJob: Job<'backupCopy'> = async (context, args) => {
  const { options } = context;
  mkdirSync(args.folder, { recursive: true });
  clearParts(args.folder, options.kind);
  const size = bytesOf(options.file) + bytesOf(`${options.file}-wal`);
  const { bavail, bsize } = statfsSync(args.folder);
  if (bavail * bsize < size + RESERVE)
    return failure('unavailable', 'backup.noRoom', {
      needed: inMegabytes(size + RESERVE),
      free: inMegabytes(bavail * bsize),
    });
  const part = path.join(args.folder, filesOf(args.stem).database + PART);
  let done = false;
  try {
    const copied = await copyBoth(context, args, part, size);
    done = copied.ok;
    return copied;
  } finally {
    if (!done) for (const suffix of ['', '-wal']) rmSync(part + suffix, { force: true });
  }
};

async function copyBoth(
  { options, progress, signal }: JobContext,
  { pace }: Args,
  part: string,
  total: number,
): Promise<Answer<null>> {
  const step = (done: number): boolean => {
    progress({ done, total });
    return !signal.aborted;
  };
  const before = statSync(options.file, { bigint: true }).mtimeNs;
  const main = await pacedCopy(options.file, part, pace, step);
  if (main === null) return failure('refused', 'job.stopped');
  if (existsSync(`${options.file}-wal`)) {
    const log = await pacedCopy(`${options.file}-wal`, `${part}-wal`, pace, (done) => step(main + done));
    if (log === null) return failure('refused', 'job.stopped');
  }
  // Another program, or a checkpoint that was not held, wrote into the file: what was copied fits nothing.
  const still = statSync(options.file, { bigint: true }).mtimeNs === before;
  if (!still) return failure('unavailable', 'backup.disturbed');
  moveLog(options);
  return success(null);
}

/**
 * The log grew while checkpoints were held. Moved into the file here, in this thread, it keeps no entry waiting; left to
 * the writer, the first entry after the hold would carry all of it.
 */
function moveLog({ file, dataKey }: JobContext['options']): void {
  const own = openConnection(file, dataKey, 'write');
  try {
    own.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    own.close();
  }
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_048_576);
}
