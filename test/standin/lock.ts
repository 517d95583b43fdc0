import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  type FSWatcher,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { isSameProcess, type KnownProcess, knownProcess } from './processes.ts';
import { pathOf } from './host.ts';

interface Knock {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

let watcher: FSWatcher | null = null;
let held: string | null = null;

function holderOf(file: string): KnownProcess | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as KnownProcess;
    return isSameProcess(holder) ? holder : null;
  } catch {
    return null;
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(knownProcess(process.pid)), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function answerKnocks(folder: string, heard: (knock: Knock) => void): void {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.knock'))) {
    const file = join(folder, name);
    const knock = JSON.parse(readFileSync(file, 'utf8')) as Knock;
    rmSync(file, { force: true });
    heard(knock);
  }
}

/**
 * Takes the lock of this userData folder for this process, or tells its holder that a second copy was started.
 * A lock left by a process that is gone is taken over.
 */
export function takeLock(additionalData: unknown, heard: (knock: Knock) => void): boolean {
  if (held !== null) return true;
  const folder = join(pathOf('userData'), 'Standin Lock');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'holder');
  if (!take(file)) {
    if (holderOf(file) !== null) {
      const knock: Knock = {
        argv: process.argv,
        workingDirectory: process.cwd(),
        additionalData: additionalData ?? null,
      };
      const name = join(folder, randomUUID());
      writeFileSync(`${name}.part`, JSON.stringify(knock));
      // Renamed whole, so that the holder never reads half of it.
      renameSync(`${name}.part`, `${name}.knock`);
      return false;
    }
    rmSync(file, { force: true });
    if (!take(file)) return false;
  }
  held = file;
  for (const name of readdirSync(folder)) if (name !== 'holder') rmSync(join(folder, name), { force: true });
  watcher = watch(folder, () => answerKnocks(folder, heard));
  return true;
}

/** Whether this process holds the lock. */
export const holdsLock = (): boolean => held !== null;

/** Gives the lock back. */
export function releaseLock(): void {
  watcher?.close();
  if (held !== null) rmSync(held, { force: true });
  held = null;
}
