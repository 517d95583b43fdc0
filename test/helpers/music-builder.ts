import type { MusicPhase, SessionMusic, Track } from '../../shared/music/set.ts';
import type { Conducted } from '../../shared/music/play.ts';
import { MINUTE } from './fake-clock.ts';
import type { TestRoom } from './session-builder.ts';

/** A track of 4 minutes, with what is named changed. */
export function track(id: string, phase: MusicPhase, intensity: number, durationMs = 4 * MINUTE): Track {
  return {
    id,
    file: `shoreline/${id}.opus`,
    title: id,
    phase,
    intensity,
    lyrics: false,
    percussion: false,
    durationMs,
    loudnessLufs: -23,
    truePeakDb: -6,
    licence: 'own work',
  };
}

export const bed = track('bed', 'recovery', 1, 40 * MINUTE);

/** A set that covers 50 minutes: arrive 1, onset 2, build 3, peak 5, return 3. */
export const shoreline: SessionMusic = {
  set: {
    id: 'shoreline',
    title: 'Shoreline',
    description: '',
    tracks: [
      track('a1', 'arrive', 1),
      track('o1', 'onset', 2),
      track('o2', 'onset', 2),
      ...['b1', 'b2', 'b3'].map((id) => track(id, 'build', 3)),
      ...['p1', 'p2', 'p3', 'p4', 'p5'].map((id, index) => track(id, 'peak', index === 3 ? 3 : 5)),
      ...['r1', 'r2', 'r3', 'r4'].map((id) => track(id, 'return', 2)),
    ],
  },
  recovery: bed,
};

/** A room's session with what it runs on and plays from. */
export function conducted({ session, protocol }: TestRoom, music: SessionMusic = shoreline): Conducted {
  return { session, protocol, music };
}
