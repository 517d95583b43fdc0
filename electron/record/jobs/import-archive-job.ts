import { failure, success } from '../../../shared/ipc/answer.ts';
import { Batches } from '../archive/batches.ts';
import { goThrough } from '../archive/go-through.ts';
import { Refused } from '../failures.ts';
import { openForReading } from '../reading.ts';
import type { Job } from './job-types.ts';

/**
 * Merges an archive into the record. It is read to its end once before anything is written. The record's own worker
 * writes, a few hundred events a transaction; stopped or cut off half way, what was written stays, sessions whole, and
 * the same import again adds the rest.
 */
export const importArchiveJob: Job<'importArchive'> = async (context, args) => {
  const reading = openForReading(context.options);
  if ('ok' in reading) return reading;
  let events = 0;
  let conflicts = 0;
  try {
    const { progress } = context;
    const first = await goThrough(reading, context, args, (done, total) => progress({ done, total: total * 2 }));
    if (first.header.archiveId !== args.archiveId) return failure('refused', 'archive.changed');
    const batches = new Batches(args.now, async (batch) => {
      const written = await context.writeImport(batch);
      if (!written.ok) throw new Refused(written);
      events += written.data.events;
      conflicts += written.data.conflicts;
    });
    const second = await goThrough(
      reading,
      context,
      args,
      (done, total) => progress({ done: total + done, total: total * 2 }),
      { content: (content) => batches.content(content), part: (part) => batches.part(part) },
    );
    await batches.end();
    if (second.sha256 !== first.sha256) return failure('refused', 'archive.changed');
    const { sessions, patients, erasedHere } = second.counted;
    return success({
      events,
      sessions: sessions.fresh,
      patients: patients.fresh,
      conflicts: conflicts + second.counted.conflicts,
      erasedHere,
    });
  } catch (error) {
    if (!context.signal.aborted) throw error;
    return failure('refused', events === 0 ? 'job.stopped' : 'archive.stopped', events === 0 ? {} : { events });
  } finally {
    reading.reader.close();
  }
};
