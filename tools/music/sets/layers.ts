/**
 * Starting points for layers. A track takes one and says only what is
 * different about it there.
 */
import type { BassLayer, ChordLayer, DroneLayer, HaloLayer, MelodyLayer, NoiseLayer, StruckLayer } from '../types.ts';

type Other<T> = Partial<Omit<T, 'kind'>>;

export function chords(other: Other<ChordLayer>): ChordLayer {
  return {
    kind: 'chords',
    timbre: 'warm',
    levelDb: [0],
    sendDb: -6,
    width: 0.75,
    bright: [0.1, 0.6],
    swellDb: 2.5,
    swellSeconds: [10, 17],
    attack: 8,
    release: 9,
    octave: 0,
    ...other,
  };
}

export function bass(other: Other<BassLayer>): BassLayer {
  return {
    kind: 'bass',
    timbre: 'celli',
    levelDb: [-6],
    sendDb: -14,
    width: 0.25,
    bright: [0, 0.3],
    swellDb: 2,
    swellSeconds: [13, 21],
    attack: 6,
    release: 7,
    register: [38, 49],
    ...other,
  };
}

export function drone(other: Other<DroneLayer>): DroneLayer {
  return {
    kind: 'drone',
    timbre: 'drone',
    levelDb: [-8],
    sendDb: -16,
    width: 0.3,
    bright: [0, 0.6],
    swellDb: 2.5,
    swellSeconds: [17, 29],
    notes: [38],
    ...other,
  };
}

export function halo(other: Other<HaloLayer>): HaloLayer {
  return {
    kind: 'halo',
    timbre: 'halo',
    levelDb: [-17],
    sendDb: 2,
    width: 0.9,
    bright: [0.1, 0.7],
    swellDb: 1,
    swellSeconds: [7, 11],
    every: [7, 13],
    length: [13, 21],
    register: [74, 86],
    ...other,
  };
}

export function melody(other: Other<MelodyLayer>): MelodyLayer {
  return {
    kind: 'melody',
    timbre: 'strings',
    levelDb: [-8],
    sendDb: -1,
    width: 0.5,
    bright: [0.2, 0.6],
    swellDb: 0.8,
    swellSeconds: [6, 9],
    attack: 2.6,
    release: 4,
    vibratoCents: 5,
    motif: [
      [0, 2],
      [1, 1],
      [2, 2],
      [1, 1],
      [0, 3],
    ],
    beat: [3, 3.8],
    rest: [14, 26],
    register: [62, 76],
    ...other,
  };
}

export function struck(other: Other<StruckLayer>): StruckLayer {
  return {
    kind: 'struck',
    instrument: 'bell',
    levelDb: [-9],
    sendDb: 1,
    pattern: 'phrases',
    motif: [
      [0, 1],
      [2, 1],
      [1, 2],
      [3, 2],
    ],
    beat: [1.9, 2.6],
    rest: [11, 21],
    register: [69, 84],
    ...other,
  };
}

export function noise(other: Other<NoiseLayer>): NoiseLayer {
  return { kind: 'noise', preset: 'surf', levelDb: [-14], sendDb: -18, ...other };
}
