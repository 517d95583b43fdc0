import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Whether a process lives.
 * @param {number} pid
 */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The processes that hold a lock. A killed command may leave its npm behind, which works on: it holds the lock too.
 * @param {string} file
 */
function holders(file) {
  const words = readFileSync(file, 'utf8').trim().split(/\s+/);
  return words.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0 && pid !== process.pid);
}

/**
 * Takes the lock if it is free or its holders have died.
 * @param {string} file
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (holders(file).some(lives)) return false;
    writeFileSync(file, String(process.pid));
    return true;
  }
}

/**
 * Does work that two commands must not do at once, such as installing into one folder.
 * @template T
 * @param {string} file
 * @param {(shareWith: (pid: number) => void) => Promise<T>} work may share the lock with a process it starts
 */
export async function withLock(file, work) {
  let told = false;
  while (!takeLock(file)) {
    if (!told) say('Another command is setting up this folder; waiting for it.');
    told = true;
    await delay(300);
  }
  try {
    return await work((pid) => writeFileSync(file, `${process.pid} ${pid}`));
  } finally {
    rmSync(file, { force: true });
  }
}
