import { failure, success } from '../../../shared/ipc/answer.ts';
import { anchorFindings } from '../anchors/compare.ts';
import { openForReading } from '../reading.ts';
import { verifyAll } from '../verify.ts';
import type { Job } from './job-types.ts';

/** Checks the whole chain, and what was noted of it outside, from a connection of its own, while the record goes on being written. */
export const verifyJob: Job<'verify'> = async ({ options, progress, signal }, { elsewhere }) => {
  const reading = openForReading(options);
  if ('ok' in reading) return reading;
  try {
    const report = await verifyAll(reading, (done, total) => {
      progress({ done, total });
      return !signal.aborted;
    });
    if (report === null) return failure('refused', 'job.stopped');
    const outside = anchorFindings(reading, options.file, elsewhere);
    return success({ ...report, findings: [...report.findings, ...outside] });
  } finally {
    reading.reader.close();
  }
};
