import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryTrack } from '../../shared/music/library.ts';

/** Where the clinic's own music lies on this PC. */
export interface StorePlace {
  readonly folder: string;
  readonly index: string;
  /** The tracks, each under the hash of its content. */
  readonly files: string;
  /** Their covers, small, under the same names. */
  readonly covers: string;
  /** Files that are being imported; whatever lies here at a start was left behind. */
  readonly incoming: string;
}

/** The places below the folder of the music store. */
export function storePlace(folder: string): StorePlace {
  return {
    folder,
    index: path.join(folder, 'library.json'),
    files: path.join(folder, 'library'),
    covers: path.join(folder, 'covers'),
    incoming: path.join(folder, 'incoming'),
  };
}

/** The file of a track's cover, in the folder of covers. */
export function coverName(id: string): string {
  return `${id}.webp`;
}

/** Makes the folders, and clears what an import that was ended left behind. Throws what the file system throws. */
export async function prepare(place: StorePlace): Promise<void> {
  await rm(place.incoming, { recursive: true, force: true });
  await mkdir(place.incoming, { recursive: true });
  await mkdir(place.files, { recursive: true });
  await mkdir(place.covers, { recursive: true });
}

/** Ids of tracks whose file is not there, or is not as long as it was. */
export async function missingOf(place: StorePlace, tracks: readonly LibraryTrack[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { id, file, imported } of tracks) {
    const found = await stat(path.join(place.folder, file)).catch(() => null);
    if (found === null || !found.isFile() || found.size !== imported.bytes) missing.push(id);
  }
  return missing;
}

/** Names in the folder of tracks that no track of the index has. */
export async function strangers(place: StorePlace, tracks: readonly LibraryTrack[]): Promise<readonly string[]> {
  const known = new Set(tracks.map(({ file }) => path.basename(file)));
  return (await readdir(place.files)).filter((name) => !known.has(name));
}

/** Removes files and covers that came as far as their folder but not into the index: their import was ended in between. */
export async function clearStrangers(place: StorePlace, tracks: readonly LibraryTrack[]): Promise<void> {
  for (const name of await strangers(place, tracks))
    await rm(path.join(place.files, name), { recursive: true, force: true });
  const known = new Set(tracks.map(({ id }) => coverName(id)));
  for (const name of await readdir(place.covers))
    if (!known.has(name)) await rm(path.join(place.covers, name), { recursive: true, force: true });
}

/**
 * Copies a damaged index, and moves the files that are no longer listed because of it, into a new folder. Nothing is
 * deleted, and the damaged index stays until a good one takes its place: cut short, this is done again.
 */
export async function setAside(place: StorePlace, tracks: readonly LibraryTrack[], index: boolean): Promise<void> {
  const aside = await freeFolder(place.folder);
  if (index) await copyFile(place.index, path.join(aside, 'library.json'));
  for (const name of await strangers(place, tracks)) await rename(path.join(place.files, name), path.join(aside, name));
}

async function freeFolder(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = path.join(folder, `set-aside-${number}`);
    const taken = await stat(aside).catch(() => null);
    if (taken !== null) continue;
    await mkdir(aside);
    return aside;
  }
}
