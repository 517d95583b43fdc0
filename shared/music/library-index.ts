import * as z from 'zod/mini';
import { libraryTrackSchema, type LibraryTrack } from './library.ts';

/** Version of the index that this program writes. */
export const LIBRARY_VERSION = 1;

const envelopeSchema = z.object({ schemaVersion: z.int(), tracks: z.array(z.unknown()) });

/** What an index file holds: its tracks, or why it is not to be used as it is. */
export type ReadIndex =
  | { readonly kind: 'good'; readonly tracks: readonly LibraryTrack[] }
  /** Written by a later version of the program. */
  | { readonly kind: 'newer' }
  /** Cut or changed; `tracks` are those that can still be read. */
  | { readonly kind: 'damaged'; readonly tracks: readonly LibraryTrack[] };

/** Lines that were made before: a track is never changed in place, and the index is written anew for each that comes. */
const made = new WeakMap<LibraryTrack, string>();

/** The index as text, in parts of a track each, one track a line, so that a damaged file loses only the lines that are damaged. */
export function* indexParts(tracks: readonly LibraryTrack[]): Generator<string> {
  yield `{"schemaVersion":${LIBRARY_VERSION},"tracks":[`;
  for (const [index, track] of tracks.entries()) {
    const line = made.get(track) ?? JSON.stringify(track);
    made.set(track, line);
    yield index === 0 ? '\n' : ',\n';
    yield line;
  }
  yield '\n]}\n';
}

/** Reads an index; never throws. */
export function readIndex(text: string): ReadIndex {
  const envelope = envelopeSchema.safeParse(jsonOf(text));
  if (!envelope.success) return { kind: 'damaged', tracks: unique(text.split('\n').map(lineOf)) };
  const { schemaVersion, tracks } = envelope.data;
  if (schemaVersion > LIBRARY_VERSION) return { kind: 'newer' };
  const read = unique(tracks);
  const whole = schemaVersion === LIBRARY_VERSION && read.length === tracks.length;
  return { kind: whole ? 'good' : 'damaged', tracks: read };
}

function unique(values: readonly unknown[]): readonly LibraryTrack[] {
  const found = new Map<string, LibraryTrack>();
  for (const value of values) {
    const track = libraryTrackSchema.safeParse(value);
    if (track.success && !found.has(track.data.id)) found.set(track.data.id, track.data);
  }
  return [...found.values()];
}

function lineOf(line: string): unknown {
  return jsonOf(line.replace(/,$/, ''));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
