import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { Author } from '../../../shared/session/event.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import { catchUpWholly } from '../catch-up.ts';
import { erasePatient } from '../retention/erase.ts';
import { erasedPatients, type ErasedPatient } from '../retention/queries.ts';
import { closeStore, openStore } from '../store.ts';
import { chainHeadOf, lastCommon } from '../anchors/head.ts';
import { noteRestored } from '../anchors/note.ts';
import { exchange, finishExchange, stagedFile } from '../backup/swap.ts';
import { settleCopy } from '../backup/check-copy.ts';
import type { OpenOptions } from '../client-types.ts';
import { openForReading, type Reading } from '../reading.ts';
import type { Job } from './job-types.ts';

/** Puts the staged copy in the place of a record that is closed. The record that goes is set aside, never deleted. */
export const restoreSwapJob: Job<'restoreSwap'> = async ({ options }, { by, wallMs, author, now }) => {
  const staged = { ...options, file: stagedFile(options.file) };
  // The head of the copy as it was made: what is noted of it must fit that, and erasing adds to it.
  const to = readIn(staged, chainHeadOf);
  if (to === null) return failure('broken', 'backup.bad', { what: 'staged' });
  const fork = readIn(options, (present) => readIn(staged, (copy) => lastCommon(present, copy)));
  const again = eraseInStaged(options, staged, author, now);
  if (!again.ok) return again;
  settleCopy(staged.file, options.dataKey);
  noteRestored(options, { from: readIn(options, chainHeadOf), to, fork, by, wallMs });
  return success({ aside: exchange(options.file, wallMs) });
};

/** Finishes an exchange that something ended midway. */
export const restoreFinishJob: Job<'restoreFinish'> = async (_context, { files }) => {
  const finished = files.map((file) => finishExchange(file));
  // What still waits there belongs to no plan: somebody looked at a copy and did not restore it.
  for (const file of files) for (const part of ['', '-wal', '-shm']) rmSync(stagedFile(file) + part, { force: true });
  return success({ finished: finished.includes(true) });
};

/**
 * Erases in the copy, before it becomes the record, whom the record that goes has erased since: whatever ends the restore
 * afterwards, nobody who was erased comes back. Where the present record cannot be read, nobody is known to be.
 */
function eraseInStaged(options: OpenOptions, staged: OpenOptions, author: Author, now: ClockReading): Answer<null> {
  const present = openForReading(options);
  if ('ok' in present) return success(null);
  let erased: readonly ErasedPatient[] = [];
  try {
    erased = erasedPatients(present.reader);
  } catch {
    // Damaged further in.
    return success(null);
  } finally {
    present.reader.close();
  }
  if (erased.length === 0) return success(null);
  const store = openStore({ ...staged, mayCreate: false });
  if ('ok' in store) return store;
  try {
    // Its lists may be of an earlier program or in a rebuild: all of them have to be there.
    catchUpWholly(store);
    for (const { patientId, rule, reason } of erased) {
      const done = erasePatient(store, { patientId, rule, reason, author, erasureId: randomUUID(), recordedAt: now });
      if (!done.ok && done.code !== 'people.patientUnknown') return done;
    }
    return success(null);
  } finally {
    closeStore(store);
  }
}

/** What `read` finds in a record; null where it cannot be read, or is damaged further in. */
function readIn<T>(options: OpenOptions, read: (reading: Reading) => T): T | null {
  const reading = openForReading(options);
  if ('ok' in reading) return null;
  try {
    return read(reading);
  } catch {
    return null;
  } finally {
    reading.reader.close();
  }
}
