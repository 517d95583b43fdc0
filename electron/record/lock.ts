import { failure } from '../../shared/ipc/answer.ts';
import { diskCodeOf, Refused } from './failures.ts';
import { openSqlite } from './sqlite.ts';

/** How long is waited for a program that is just ending, ms. */
const WAIT_MS = 2_000;

/** The right to write a record file, held by one process until it lets go or dies. */
export interface FileLock {
  readonly release: () => void;
}

/**
 * Takes the right to write a record file, or throws `Refused` (`record.inUse`) where another program has it. It is the
 * operating system's own lock on an empty file beside the record, so nothing is left to clear away after a crash. A file
 * of its own, since a lock on the record would be lost whenever this process reads and closes the record as a plain
 * file (POSIX), as backups do. Readers take none.
 */
export function lockFile(recordFile: string): FileLock {
  const database = openSqlite(`${recordFile}.lock`, { readonly: false, fileMustExist: false, timeout: WAIT_MS });
  try {
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw diskCodeOf(error) === 'record.busy' ? new Refused(failure('broken', 'record.inUse')) : error;
  }
  return { release: () => void database.close() };
}
