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
 * Takes the lock if it is free or its holder has died.
 * @param {string} file
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(file, 'utf8').trim() || Number.NaN);
    if (holder !== process.pid && Number.isInteger(holder) && lives(holder)) return false;
    rmSync(file, { force: true });
    writeFileSync(file, String(process.pid));
    return true;
  }
}

/**
 * Does work that two commands must not do at once, such as installing into one folder.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 */
export async function withLock(file, work) {
  let told = false;
  while (!takeLock(file)) {
    if (!told) say('Another command is setting up this folder; waiting for it.');
    told = true;
    await delay(300);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
