import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One log file of at most this size, bytes, and one older beside it. */
const MAX_BYTES = 1_000_000;

/**
 * Writes faults to `folder/faults.log`: time, a code, the error's name and where it was thrown. Never its message, which
 * could carry what a nurse typed. Failing to log is ignored: there is nowhere left to tell it.
 */
export function openFaultLog(folder: string): (code: string, error: unknown) => void {
  const file = join(folder, 'faults.log');
  return (code, error) => {
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${code} ${describe(error)}\n`);
    } catch {
      // A full disk must not stop the session.
    }
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** Name and stack frames, without the message. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(' | ');
}
