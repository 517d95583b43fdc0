import { failure, success } from '../../../shared/ipc/answer.ts';
import { chainHeadOf } from '../anchors/head.ts';
import type { ChainHead } from '../anchors/keeper.ts';
import { noteRestored } from '../anchors/note.ts';
import { exchange, finishExchange, stagedFile } from '../backup/swap.ts';
import { settleCopy } from '../backup/check-copy.ts';
import type { OpenOptions } from '../client-types.ts';
import { openForReading } from '../reading.ts';
import type { Job } from './job-types.ts';

/** Puts the staged copy in the place of a record that is closed. The record that goes is set aside, never deleted. */
export const restoreSwapJob: Job<'restoreSwap'> = async ({ options }, { by, wallMs }) => {
  const staged = { ...options, file: stagedFile(options.file) };
  const to = headIn(staged);
  if (to === null) return failure('broken', 'backup.bad', { what: 'staged' });
  settleCopy(staged.file, options.dataKey);
  noteRestored(options, { from: headIn(options), to, by, wallMs });
  return success({ aside: exchange(options.file, wallMs) });
};

/** Finishes an exchange that something ended midway. */
export const restoreFinishJob: Job<'restoreFinish'> = async (_context, { files }) => {
  const finished = files.map((file) => finishExchange(file));
  return success({ finished: finished.includes(true) });
};

function headIn(options: OpenOptions): ChainHead | null {
  const reading = openForReading(options);
  if ('ok' in reading) return null;
  try {
    return chainHeadOf(reading);
  } catch {
    // Damaged further in: where it ended is not known.
    return null;
  } finally {
    reading.reader.close();
  }
}
