import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { anchorFileOf, mergeAnchors } from '../anchors/anchor-file.ts';
import { filesOf, type BackupManifest } from '../backup/manifest.ts';
import { pacedCopy, sha256OfFile, type CopyStep } from '../backup/paced-copy.ts';
import { noteSent } from '../backup/sent.ts';
import { clearParts, copiesIn, PART, rotate } from '../backup/shelf.ts';
import { newestUpTo } from '../backup/rotation.ts';
import { isTarget } from '../backup/target.ts';
import { syncFile, syncFolder, writeWholeSync } from '../durable.ts';
import type { Job, JobContext, Jobs } from './job-types.ts';

type Args = Jobs['backupSend']['args'];

/**
 * Brings the newest copy of a record to the folder that the clinic chose, reads it back there, and rotates what lies there.
 * All file work is this thread's own: a folder that hangs keeps nobody else waiting.
 */
export const backupSendJob: Job<'backupSend'> = async (context, args) => {
  const { options } = context;
  const { kind } = options;
  const ours = copiesIn(args.from).filter((copy) => copy.kind === kind);
  const newest = newestUpTo(ours, args.now);
  if (newest === undefined) return success(null);
  if (!isTarget(args.to)) return failure('unavailable', 'backup.folderGone');
  const there = copiesIn(args.to).some(({ stem, sha256 }) => stem === newest.stem && sha256 === newest.sha256);
  if (!there) {
    clearParts(args.to, kind);
    const sent = await send(context, args, newest);
    if (!sent.ok) return sent;
  }
  rotate(args.to, newest, args.now);
  // What was noted of the record outside of it goes along: a copy elsewhere never forgets.
  const anchors = anchorFileOf(options.file);
  mergeAnchors(anchors, path.join(args.to, path.basename(anchors)), options.chainKey, args.now);
  if (kind === 'clinic') noteSent(args.from, args.to, newest);
  return success(newest);
};

async function send(
  { progress, signal }: JobContext,
  { from, to, pace }: Args,
  copy: BackupManifest,
): Promise<Answer<null>> {
  const files = filesOf(copy.stem);
  const part = path.join(to, files.database + PART);
  const step: CopyStep = (done) => {
    progress({ done, total: copy.size });
    return !signal.aborted;
  };
  try {
    if ((await pacedCopy(path.join(from, files.database), part, pace, step)) === null) return stopped();
    const read = await sha256OfFile(part, step);
    if (read === null) return stopped();
    if (read.sha256 !== copy.sha256) return failure('unavailable', 'backup.folderWrong');
    renameSync(part, path.join(to, files.database));
    if (existsSync(path.join(from, files.vault))) {
      copyFileSync(path.join(from, files.vault), path.join(to, files.vault));
      syncFile(path.join(to, files.vault));
    }
    syncFolder(to);
    writeWholeSync(path.join(to, files.manifest), Buffer.from(JSON.stringify(copy, null, 2), 'utf8'));
    return success(null);
  } finally {
    removeQuietly(part);
  }
}

/** What is left of a half copy; a folder that vanished midway keeps it until it is back. */
function removeQuietly(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // The next copy clears it.
  }
}

function stopped(): Answer<never> {
  return failure('refused', 'job.stopped');
}
