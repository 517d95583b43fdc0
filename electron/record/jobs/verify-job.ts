import { failure, success } from '../../../shared/ipc/answer.ts';
import { openForReading } from '../reading.ts';
import { verifyAll } from '../verify.ts';
import type { Job } from './job-types.ts';

/** Checks the whole chain from a connection of its own, while the record goes on being written. */
export const verifyJob: Job<'verify'> = async ({ options, progress, signal }) => {
  const reading = openForReading(options);
  if ('ok' in reading) return reading;
  try {
    const report = await verifyAll(reading, (done, total) => {
      progress({ done, total });
      return !signal.aborted;
    });
    return report === null ? failure('refused', 'job.stopped') : success(report);
  } finally {
    reading.reader.close();
  }
};
