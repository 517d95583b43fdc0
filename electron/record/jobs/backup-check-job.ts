import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failure, success } from '../../../shared/ipc/answer.ts';
import { checkCopy, settleCopy } from '../backup/check-copy.ts';
import { filesOf, signed } from '../backup/manifest.ts';
import { sha256OfFile } from '../backup/paced-copy.ts';
import { PART, rotate } from '../backup/shelf.ts';
import { syncFile, syncFolder, writeWholeSync } from '../durable.ts';
import type { Job } from './job-types.ts';

/** Makes a copy one file, checks it, signs what it is and puts it among the others; older ones are rotated out. */
export const backupCheckJob: Job<'backupCheck'> = async ({ options, progress, signal }, args) => {
  const { folder, stem } = args;
  const files = filesOf(stem);
  const part = path.join(folder, files.database + PART);
  const goOn = (): boolean => {
    progress({ done: 0, total: 0 });
    return !signal.aborted;
  };
  try {
    settleCopy(part, options.dataKey);
    const checked = await checkCopy({ ...options, file: part }, args.whole, goOn);
    if (!checked.ok) return checked;
    const { head, ...facts } = checked.data;
    syncFile(part);
    const bytes = await sha256OfFile(part, goOn);
    if (bytes === null) return failure('refused', 'job.stopped');
    const { createdAt, reason, appVersion } = args;
    const made = { createdAt, reason, appVersion, kind: options.kind, pc: options.pc };
    const manifest = signed({ schemaVersion: 1, stem, ...made, ...facts, ...head, ...bytes }, options.chainKey);
    renameSync(part, path.join(folder, files.database));
    if (existsSync(args.vaultFile)) {
      copyFileSync(args.vaultFile, path.join(folder, files.vault));
      syncFile(path.join(folder, files.vault));
    }
    syncFolder(folder);
    writeWholeSync(path.join(folder, files.manifest), Buffer.from(JSON.stringify(manifest, null, 2), 'utf8'));
    rotate(folder, manifest, createdAt);
    return success(manifest);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(part + suffix, { force: true });
  }
};
