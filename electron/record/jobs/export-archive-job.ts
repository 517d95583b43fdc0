import { failure, success } from '../../../shared/ipc/answer.ts';
import { archiveOf } from '../archive/archive-lines.ts';
import { sealLines } from '../archive/sealed-lines.ts';
import { openForReading } from '../reading.ts';
import type { Job } from './job-types.ts';

/** Writes a selection of the record into one sealed file, from a connection of its own. */
export const exportArchiveJob: Job<'exportArchive'> = async ({ options, progress, signal }, args) => {
  const reading = openForReading(options);
  if ('ok' in reading) return reading;
  try {
    const { archiveId, selection, leaveOut, createdAt } = args;
    const record = Buffer.from(reading.fileId).toString('hex');
    const { kind, pc } = options;
    const frame = { archiveId, kind, record, pc, createdAt, selection, leaveOut };
    const { header, lines } = archiveOf(reading.reader, frame);
    const { events, contents, sessions, patients } = header.counts;
    if (events === 0) return failure('refused', 'archive.nothing');
    const bytes = await sealLines(args.file, args.to, told(lines, events + contents, progress), signal);
    return success({ bytes, events, sessions, patients });
  } catch (error) {
    if (signal.aborted) return failure('refused', 'job.stopped');
    // A call to the system that failed was one for the archive's file: the record is read by its own means.
    if (error instanceof Error && 'syscall' in error) return failure('unavailable', 'archive.notWritten');
    throw error;
  } finally {
    reading.reader.close();
  }
};

function* told(
  lines: Iterable<string>,
  total: number,
  progress: (now: { done: number; total: number }) => void,
): Generator<string> {
  let done = 0;
  for (const line of lines) {
    yield line;
    done += 1;
    progress({ done, total });
  }
}
