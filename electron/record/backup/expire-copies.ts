import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { MAX_AGE_DAYS } from './rotation.ts';

const DAY_MS = 86_400_000;
/** Copies that upgrades made, among the backups; their age is that of the file. */
const beforeUpgrade = /^(?:clinic|practice)-before-schema-\d+-[0-9a-f]{12}\.db$/;
/** Records that a restore set aside, beside the record, each with its log; the day stands in the name. */
const beforeRestore = /^(?:clinic|practice)\.before-restore-(\d{4}-\d{2}-\d{2})-\d+\.db(?:-wal|-shm)?$/;

/**
 * Removes the copies that are outside the rotation and that no backup may outlive either: what was erased from the record
 * is gone from them by then. One that cannot be looked at or removed today is left for the next start.
 * @param now epoch ms
 */
export function expireCopies(recordFile: string, now: number): void {
  const folder = path.dirname(recordFile);
  const tooOld = now - MAX_AGE_DAYS * DAY_MS;
  removeWhere(
    path.join(folder, 'backups'),
    (name, file) => beforeUpgrade.test(name) && statSync(file).mtimeMs < tooOld,
  );
  removeWhere(folder, (name) => Date.parse(beforeRestore.exec(name)?.[1] ?? '') < tooOld);
}

function removeWhere(folder: string, isOld: (name: string, file: string) => boolean): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      if (isOld(name, file)) rmSync(file, { force: true });
    }
  } catch {
    // No folder yet, or none that can be reached.
  }
}
