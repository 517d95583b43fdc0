import { rmSync } from 'node:fs';
import path from 'node:path';
import { failure, success, type Answer, type Failure } from '../../../shared/ipc/answer.ts';
import { checkCopy } from '../backup/check-copy.ts';
import { preview, type Preview } from '../backup/compare.ts';
import { filesOf, isSigned } from '../backup/manifest.ts';
import { pacedCopy, sha256OfFile, type CopyStep } from '../backup/paced-copy.ts';
import { copiesIn } from '../backup/shelf.ts';
import { stagedFile } from '../backup/swap.ts';
import type { OpenOptions } from '../client-types.ts';
import { openForReading } from '../reading.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import { closeStore, openStore } from '../store.ts';
import type { Job, JobContext } from './job-types.ts';

/**
 * Brings a copy beside the record, checks it there, and tells what a restore would change. The record is only read; it need
 * not be readable, or there at all.
 */
export const restoreStageJob: Job<'restoreStage'> = async (context, { folder, stem }) => {
  const { options } = context;
  const copy = copiesIn(folder).find((one) => one.stem === stem);
  if (copy === undefined || copy.kind !== options.kind) return failure('unavailable', 'backup.folderGone');
  if (!isSigned(copy, options.chainKey)) return failure('refused', 'backup.otherKeys');
  const staged = stagedFile(options.file);
  const files = path.join(folder, filesOf(stem).database);
  const checked = await stage(context, files, staged, copy);
  if (checked.ok) return checked;
  rmSync(staged, { force: true });
  return checked;
};

/** Brings a copy of an older schema up as opening it would, beside the record; the copy it was made from stays. */
function raise(options: OpenOptions, schema: number): Failure | null {
  if (schema >= SCHEMA_VERSION) return null;
  const store = openStore(options);
  if ('ok' in store) return store;
  closeStore(store);
  return null;
}

async function stage(
  { options, progress, signal }: JobContext,
  from: string,
  staged: string,
  copy: Preview['copy'],
): Promise<Answer<Preview>> {
  const step: CopyStep = (done) => {
    progress({ done, total: copy.size });
    return !signal.aborted;
  };
  for (const part of ['', '-wal', '-shm']) rmSync(staged + part, { force: true });
  if ((await pacedCopy(from, staged, 'brisk', step)) === null) return failure('refused', 'job.stopped');
  const read = await sha256OfFile(staged, step);
  if (read === null) return failure('refused', 'job.stopped');
  if (read.sha256 !== copy.sha256) return failure('broken', 'backup.bad', { what: 'sha256' });
  const raised = raise({ ...options, file: staged }, copy.schema);
  if (raised !== null) return raised;
  const checked = await checkCopy({ ...options, file: staged }, false, () => step(copy.size));
  if (!checked.ok) return checked;
  const copied = openForReading({ ...options, file: staged });
  if ('ok' in copied) return copied;
  const present = openForReading(options);
  try {
    return success(preview(copy, copied, 'ok' in present ? null : present, options.file));
  } catch (error) {
    // The present record opens but cannot be read through: damaged further in.
    if ('ok' in present) throw error;
    return success(preview(copy, copied, null, options.file));
  } finally {
    copied.reader.close();
    if (!('ok' in present)) present.reader.close();
  }
}
