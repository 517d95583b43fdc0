import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { MAX_AGE_DAYS } from '../backup/rotation.ts';

const DAY_MS = 86_400_000;
const name = /^(clinic|practice)-before-schema-\d+-[0-9a-f]{12}\.db$/;

/**
 * Removes the copies that upgrades made and that no backup may outlive either: what was erased from the record is gone from
 * them by then. One that cannot be looked at or removed today is left for the next start.
 * @param now epoch ms
 */
export function expireCopies(recordFile: string, now: number): void {
  const folder = path.join(path.dirname(recordFile), 'backups');
  try {
    for (const entry of readdirSync(folder).filter((one) => name.test(one))) {
      const copy = path.join(folder, entry);
      if (statSync(copy).mtimeMs < now - MAX_AGE_DAYS * DAY_MS) rmSync(copy, { force: true });
    }
  } catch {
    // No folder yet, or none that can be reached.
  }
}
