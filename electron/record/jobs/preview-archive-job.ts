import { failure, success } from '../../../shared/ipc/answer.ts';
import { goThrough, previewOf } from '../archive/go-through.ts';
import { openForReading } from '../reading.ts';
import type { Job } from './job-types.ts';

/** Says what an archive is and what an import of it would do. */
export const previewArchiveJob: Job<'previewArchive'> = async (context, source) => {
  const reading = openForReading(context.options);
  if ('ok' in reading) return reading;
  try {
    const found = await goThrough(reading, context, source, (done, total) => context.progress({ done, total }));
    return success(previewOf(found, context.options.pc));
  } catch (error) {
    if (context.signal.aborted) return failure('refused', 'job.stopped');
    throw error;
  } finally {
    reading.reader.close();
  }
};
