import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisesSound } from '../../../shared/music/file-kind.ts';

/** More files at once than this are a wrong folder, not a music collection. */
const MOST_FILES = 20_000;

/** The files to import: those chosen by name as they are, and whatever in chosen folders promises sound. In a worker only. */
export function filesIn(chosen: readonly string[]): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= MOST_FILES) return;
      const full = path.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) walkQuietly(full);
      else if (entry.isFile() && promisesSound(entry.name)) found.push(full);
    }
  };
  /** A folder that cannot be read is passed over. */
  const walkQuietly = (folder: string): void => {
    try {
      walk(folder);
    } catch {
      return;
    }
  };
  for (const one of chosen) {
    if (statSync(one, { throwIfNoEntry: false })?.isDirectory() === true) walkQuietly(one);
    else found.push(one);
  }
  return found;
}
