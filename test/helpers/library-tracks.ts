import { createHash } from 'node:crypto';
import { indexParts } from '../../shared/music/library-index.ts';
import type { LibraryTrack } from '../../shared/music/library.ts';

/** The SHA-256 of a file's bytes, as the library names files. */
export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A made-up track of the clinic's own, whose file has these bytes. */
export function libraryTrackOf(bytes: string, title = 'Slow Morning'): LibraryTrack {
  const id = hashOf(bytes);
  return {
    id,
    file: `library/${id}.wav`,
    title,
    phase: 'arrive',
    intensity: 2,
    lyrics: false,
    percussion: false,
    durationMs: 60_000,
    loudnessLufs: -20.5,
    truePeakDb: -3,
    licence: '',
    imported: {
      artist: 'The Made-up Quartet',
      album: '',
      sourceName: 'slow morning.wav',
      importedAt: 1_790_000_000_000,
      bytes: bytes.length,
      silenceStartMs: 120,
      silenceEndMs: 0,
      loudnessFrom: 'measured',
      hasCover: false,
    },
  };
}

/** The index of these tracks, as it lies on disk. */
export function indexText(tracks: readonly LibraryTrack[]): string {
  return [...indexParts(tracks)].join('');
}
