import type { SessionMusic, Track } from './set.ts';

/** The shortest and longest crossfade between two tracks that are long enough for it, ms. */
export const crossfadeRange = { minMs: 6_000, maxMs: 12_000 } as const;

/** Where one of the two sings or speaks: two voices are over one another for less time, ms. */
const VOICE_MS = 9_000;

/** Half of a track may overlap, so that a third one never sounds. */
function most(track: Track): number {
  return Math.min(crossfadeRange.maxMs, track.durationMs / 2);
}

/**
 * How long two tracks overlap, ms, by what meets there: long where both are only tones, shorter under a voice, shortest
 * where a drum is, since two rhythms over one another are heard as a fault. Never more than half of either track.
 */
export function crossfadeMs(leaving: Track, coming: Track): number {
  const either = (has: (track: Track) => boolean): boolean => has(leaving) || has(coming);
  const wanted = either(({ percussion }) => percussion)
    ? crossfadeRange.minMs
    : either(({ lyrics }) => lyrics)
      ? VOICE_MS
      : crossfadeRange.maxMs;
  return Math.min(wanted, most(leaving), most(coming));
}

/** The bed after itself, over the crossfade that it was made for; null for anything else. */
function loopMs({ recovery }: SessionMusic, leaving: Track, coming: Track): number | null {
  const loops = leaving.id === recovery.id && coming.id === recovery.id;
  return loops && recovery.loopCrossfadeMs !== undefined
    ? Math.min(recovery.loopCrossfadeMs, leaving.durationMs / 2)
    : null;
}

/** How long two tracks of a session overlap, ms. */
export function overlapMs(music: SessionMusic, leaving: Track, coming: Track): number {
  return loopMs(music, leaving, coming) ?? crossfadeMs(leaving, coming);
}

/** The longest that a track overlaps with whatever follows it, ms. */
export function longestOverlapMs(music: SessionMusic, track: Track): number {
  return Math.max(most(track), loopMs(music, track, track) ?? 0);
}
