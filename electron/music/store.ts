import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { editTrack, type LibraryTrack, type TrackEdit } from '../../shared/music/library.ts';
import { indexParts, readIndex } from '../../shared/music/library-index.ts';
import { diskCodeOf } from '../record/failures.ts';
import { syncFolder, writeParts, writeWhole } from '../record/whole-file.ts';
import type { MediaLookup } from './media.ts';
import {
  clearStrangers,
  coverName,
  missingOf,
  prepare,
  setAside,
  storePlace,
  strangers,
  type StorePlace,
} from './store-place.ts';

type Done = Answer<Record<string, never>>;

/** The clinic's own music on this PC: files under the hash of their content, and an index that is written whole. */
export interface MusicStore {
  readonly place: StorePlace;
  /** In the order in which they came. */
  readonly tracks: () => readonly LibraryTrack[];
  /** Whether the file of this track was not there when it was last looked for. */
  readonly isMissing: (id: string) => boolean;
  /** What the start found, as codes (`finding.<code>`). */
  readonly findings: readonly string[];
  readonly lookup: MediaLookup;
  /** Takes a file of `place.incoming`, synced and whole, into the library, with its cover (WebP) if any; the index knows it or it is not there. */
  readonly add: (incoming: string, track: LibraryTrack, cover: Uint8Array | null) => Promise<Done>;
  readonly edit: (id: string, edit: TrackEdit) => Promise<Done>;
  readonly remove: (id: string) => Promise<Done>;
}

/** Why the store cannot be used at all: a newer program wrote it, or the disk does not answer. */
type Problem = 'music.storeNewer' | 'music.storeUnreachable' | null;

/**
 * Opens the store at `folder`, and makes it where there is none. A damaged index is set aside and made again from what
 * can be read of it; one of a newer version is left alone and nothing can be changed. Never throws.
 */
export async function openMusicStore(folder: string): Promise<MusicStore> {
  const place = storePlace(folder);
  const found = await open(place).catch((): Found => ({
    tracks: [],
    missing: [],
    findings: ['musicStoreUnreachable'],
    problem: 'music.storeUnreachable',
  }));
  return storeOf(place, found);
}

interface Found {
  readonly tracks: readonly LibraryTrack[];
  readonly missing: readonly string[];
  readonly findings: readonly string[];
  readonly problem: Problem;
}

async function open(place: StorePlace): Promise<Found> {
  const text = await readFile(place.index, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  const read = text === null ? null : readIndex(text);
  if (read?.kind === 'newer')
    return { tracks: [], missing: [], findings: ['musicStoreNewer'], problem: 'music.storeNewer' };
  await prepare(place);
  const tracks = read?.tracks ?? [];
  // An index is made before the first file comes: files without one have lost it.
  const lost = read === null && (await strangers(place, [])).length > 0;
  const damaged = lost || read?.kind === 'damaged';
  if (damaged) await setAside(place, tracks, read !== null);
  else await clearStrangers(place, tracks);
  if (damaged || read === null) await write(place, tracks);
  const missing = await missingOf(place, tracks);
  const findings = [...(damaged ? ['musicStoreDamaged'] : []), ...(missing.length > 0 ? ['musicFilesMissing'] : [])];
  return { tracks, missing, findings, problem: null };
}

function storeOf(place: StorePlace, found: Found): MusicStore {
  let tracks = found.tracks;
  const missing = new Set(found.missing);
  let queue: Promise<unknown> = Promise.resolve();

  /** One change at a time; what cannot be written leaves everything as it was. */
  const change = (work: () => Promise<Done>): Promise<Done> => {
    if (found.problem !== null) return Promise.resolve(failure('refused', found.problem));
    const done = queue.then(() => work().catch(unwritten));
    queue = done;
    return done;
  };
  const list = async (next: readonly LibraryTrack[]): Promise<void> => {
    await write(place, next);
    tracks = next;
  };
  const find = (id: string): LibraryTrack | undefined => tracks.find((track) => track.id === id);

  return {
    place,
    findings: found.findings,
    tracks: () => tracks,
    isMissing: (id) => missing.has(id),
    lookup: (file) => {
      const coverOf = /^covers\/([0-9a-f]{64})\.webp$/.exec(file)?.[1];
      if (coverOf !== undefined)
        return find(coverOf) === undefined ? null : path.join(place.covers, coverName(coverOf));
      const track = tracks.find((one) => one.file === file);
      return track === undefined || missing.has(track.id) ? null : path.join(place.folder, ...file.split('/'));
    },
    add: (incoming, track, cover) =>
      change(async () => {
        const known = find(track.id);
        if (known !== undefined && !missing.has(track.id)) return failure('refused', 'music.alreadyThere');
        const kept = path.join(place.folder, ...(known ?? track).file.split('/'));
        if (cover !== null)
          await writeWhole(path.join(place.covers, coverName(track.id)), (handle) => handle.writeFile(cover));
        await rename(incoming, kept);
        await syncFolder(place.files);
        missing.delete(track.id);
        if (known !== undefined) return success({});
        try {
          await list([...tracks, track]);
        } catch (error) {
          await rm(kept, { force: true });
          await rm(path.join(place.covers, coverName(track.id)), { force: true });
          throw error;
        }
        return success({});
      }),
    edit: (id, edit) =>
      change(async () => {
        if (find(id) === undefined) return failure('refused', 'music.trackUnknown');
        await list(tracks.map((track) => (track.id === id ? editTrack(track, edit) : track)));
        return success({});
      }),
    remove: (id) =>
      change(async () => {
        const track = find(id);
        if (track === undefined) return failure('refused', 'music.trackUnknown');
        await list(tracks.filter((one) => one !== track));
        missing.delete(id);
        // Where they stay behind, the next start clears them.
        for (const left of [path.join(place.folder, ...track.file.split('/')), path.join(place.covers, coverName(id))])
          await rm(left, { force: true }).catch(() => undefined);
        return success({});
      }),
  };
}

function write(place: StorePlace, tracks: readonly LibraryTrack[]): Promise<void> {
  return writeWhole(place.index, (handle) => writeParts(handle, indexParts(tracks)));
}

function unwritten(error: unknown): Done {
  return failure('unsaved', diskCodeOf(error) === 'disk.full' ? 'music.diskFull' : 'music.notWritten');
}
