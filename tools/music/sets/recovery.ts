/**
 * The recovery bed: forty even minutes on D, A and E, which are home to all
 * three sets, so that any of them can sink into it. It begins and ends inside
 * the same long chord and is played as a loop.
 */
import type { TrackSpec } from '../types.ts';
import { chords, drone, halo, melody, noise, struck } from './layers.ts';

const CHORDS = {
  Home: 'D: D A E',
  D: 'D: D F# A E',
  'G/D': 'D: G B D A',
  'A/D': 'D: A E B D',
  G: 'G: G B D A',
  Bm: 'B: B D F# A',
  Em: 'E: E G B D',
  A: 'A: A D E B',
} as const;

type Symbol = keyof typeof CHORDS;

/** Eight verses of about five minutes, alike but never the same; the first and last chord are home. */
const VERSES: readonly (readonly Symbol[])[] = [
  ['Home', 'D', 'G/D', 'D', 'A/D', 'G/D'],
  ['D', 'Bm', 'G', 'D', 'A', 'G/D'],
  ['D', 'G/D', 'A/D', 'Bm', 'G', 'A'],
  ['D', 'Em', 'G', 'D', 'G/D', 'A/D'],
  ['Home', 'D', 'Bm', 'G', 'G/D', 'D'],
  ['A/D', 'G', 'Bm', 'A', 'G', 'D'],
  ['G/D', 'D', 'Em', 'A', 'G/D', 'D'],
  ['A/D', 'Bm', 'G', 'G/D', 'A/D', 'Home'],
];

export const RECOVERY: TrackSpec = {
  id: 'recovery-bed',
  file: 'recovery/recovery-bed.opus',
  title: 'Quiet Room',
  phase: 'recovery',
  intensity: 1,
  seconds: 2400,
  progression: VERSES.flat(),
  chordBook: CHORDS,
  scale: [2, 4, 6, 9, 11],
  voices: 4,
  register: [50, 71],
  reverb: { t60: 6, dampHz: 3800, levelDb: -5 },
  loop: true,
  layers: [
    chords({
      timbre: 'warm',
      levelDb: [0],
      bright: [0, 0.5],
      swellDb: 3,
      swellSeconds: [12, 19],
      attack: 10,
      release: 11,
    }),
    chords({
      timbre: 'strings',
      levelDb: [-12, -7, -11, -6, -12, -7, -11, -7, -12],
      bright: [0, 0.4],
      attack: 10,
      release: 11,
      sendDb: -3,
    }),
    chords({ timbre: 'air', levelDb: [-20, -24, -15, -22, -15, -24, -16, -24, -20], bright: [0, 0.3], sendDb: -2 }),
    drone({ notes: [38, 45], levelDb: [-7] }),
    melody({
      timbre: 'celli',
      register: [57, 71],
      levelDb: [-26, -10, -14, -9, -16, -10, -14, -10, -26],
      rest: [26, 52],
    }),
    struck({
      instrument: 'seed',
      register: [62, 76],
      levelDb: [-26, -18, -15, -18, -15, -18, -15, -18, -26],
      beat: [2.4, 3.2],
      rest: [24, 48],
      sendDb: 3,
    }),
    halo({ levelDb: [-22, -20, -22, -19, -22, -20, -22], every: [9, 17], register: [69, 81] }),
    noise({ preset: 'wind', levelDb: [-13, -15, -12, -15, -13] }),
  ],
};
