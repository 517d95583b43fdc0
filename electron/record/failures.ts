import * as z from 'zod/mini';
import { failure, type Failure } from '../../shared/ipc/answer.ts';

/** Thrown inside the worker to leave a transaction with an answer instead of an error. */
export class Refused extends Error {
  readonly answer: Failure;
  constructor(answer: Failure) {
    super(answer.code);
    this.answer = answer;
  }
}

/** The code of an error that SQLite or the file system gave; null where it is neither's. */
export function diskCodeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // The index of the log could not be made longer: SQLite does not say why, and want of room is by far the likeliest.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT')
    return 'disk.full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'disk.readOnly';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'disk.error';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'record.busy';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'record.damaged';
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('E')) return 'record.unreachable';
  return null;
}

/** The answer to a request that failed. What could not be written is `unsaved`; the sender keeps it and tries again. */
export function failureOf(error: unknown, writing: boolean): Failure {
  if (error instanceof Refused) return error.answer;
  if (error instanceof z.core.$ZodError || error instanceof TypeError)
    return failure('broken', 'record.eventInvalid', { what: whereOf(error) });
  const code = diskCodeOf(error);
  if (code === null) return failure(writing ? 'unsaved' : 'broken', 'record.bug', { what: nameOf(error) });
  return failure(writing ? 'unsaved' : 'broken', code);
}

/** What an error calls itself: never its message, which may quote data. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** The place in a value that did not fit; never the value. */
function whereOf(error: Error): string {
  return error instanceof z.core.$ZodError ? (error.issues[0]?.path.join('.') ?? '') : error.name;
}
