import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { promisesSound } from '../../../shared/music/file-kind.ts';
import type { Refusal } from '../../../shared/music/import-report.ts';

/** More files at once than this are a wrong folder, not a music collection. */
export const MOST_FILES = 20_000;

/** What was found where somebody chose to look. */
export interface Found {
  readonly files: readonly string[];
  /** Folders that were not looked through, or not to their end: their files must not be missed in silence. */
  readonly folders: readonly { readonly folder: string; readonly reason: Extract<Refusal, 'folder' | 'tooMany'> }[];
}

/** The entries of a folder; throws where it cannot be read. */
export type ReadFolder = (folder: string) => readonly Pick<Dirent, 'name' | 'isDirectory' | 'isFile'>[];

const fromDisk: ReadFolder = (folder) => readdirSync(folder, { withFileTypes: true });

/** The files to import: those chosen by name as they are, and whatever in chosen folders promises sound. In a worker only. */
export function filesIn(chosen: readonly string[], read: ReadFolder = fromDisk): Found {
  const files: string[] = [];
  const folders: Found['folders'][number][] = [];
  const walk = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      if (files.length >= MOST_FILES) return tooMany(folder);
      const full = path.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) walk(full);
      else if (entry.isFile() && promisesSound(entry.name)) files.push(full);
    }
  };
  const entriesOf = (folder: string): ReturnType<ReadFolder> => {
    try {
      return [...read(folder)].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      folders.push({ folder, reason: 'folder' });
      return [];
    }
  };
  /** Told once: all that comes after it is left out as well. */
  const tooMany = (folder: string): void => {
    if (folders.at(-1)?.reason !== 'tooMany') folders.push({ folder, reason: 'tooMany' });
  };
  for (const one of chosen) {
    if (statSync(one, { throwIfNoEntry: false })?.isDirectory() === true) walk(one);
    else files.push(one);
  }
  return { files, folders };
}
