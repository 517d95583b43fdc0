import type { MusicCatalog, MusicPhase, SessionMusic, Track } from '../../../shared/music/set.ts';

/** A track of a made-up set. */
export function trackOf(id: string, phase: MusicPhase, durationMs: number): Track {
  return {
    id,
    file: `set/${id}.opus`,
    title: `Track ${id}`,
    phase,
    intensity: 2,
    lyrics: false,
    percussion: false,
    durationMs,
    loudnessLufs: -23,
    truePeakDb: -6,
    licence: 'own work',
  };
}

/** A bed of 40 minutes. */
export const bed: Track = { ...trackOf('bed', 'recovery', 40 * 60_000), file: 'bed.opus' };

/** A catalogue of one set. */
export function catalogOf(tracks: readonly Track[]): MusicCatalog {
  return {
    schemaVersion: 1,
    sets: [{ id: 'set', title: 'A set', description: '', tracks: [...tracks] }],
    recovery: { ...bed, loop: true, loopCrossfadeMs: 12_000 },
  };
}

const minute = 60_000;

/** A set that covers 50 minutes in the phases of the default cue sheet, with one track to spare in each. */
export const hour: SessionMusic = {
  set: {
    id: 'hour',
    title: 'An hour',
    description: '',
    tracks: [
      trackOf('arrive-1', 'arrive', 7 * minute),
      trackOf('arrive-2', 'arrive', 6 * minute),
      trackOf('onset-1', 'onset', 5 * minute),
      trackOf('onset-2', 'onset', 6 * minute),
      trackOf('build-1', 'build', 6 * minute),
      trackOf('build-2', 'build', 6 * minute),
      trackOf('peak-1', 'peak', 8 * minute),
      trackOf('peak-2', 'peak', 9 * minute),
      trackOf('peak-3', 'peak', 7 * minute),
      trackOf('return-1', 'return', 7 * minute),
      trackOf('return-2', 'return', 8 * minute),
    ],
  },
  recovery: bed,
};
