/**
 * The sustained sounds, each as a spectrum. Every timbre has a dark and a
 * bright reading of the same partials, so that a note can open and close
 * slowly like a filter. No timbre has vowel formants: nothing here should
 * ever be taken for a voice.
 */
import type { TimbreName } from './types.ts';

/** A broad resonance: centre in Hz, boost as a factor, width in octaves. */
type Body = readonly [hz: number, boost: number, octaves: number];

export interface Timbre {
  /** Amplitude of partial n falls as n^-slope. */
  readonly slope: number;
  /** Corner above which the dark / bright reading falls, Hz. */
  readonly darkHz: number;
  readonly brightHz: number;
  /** Steepness above the corner (2 is 12 dB per octave). */
  readonly order: number;
  /** Blur of the partials: this is what makes one note sound like a section. */
  readonly blurCents: number;
  /** How the blur grows with the partial number (1 is constant in cents). */
  readonly blurGrowth: number;
  readonly bodies: readonly Body[];
  /** Relative level of partials by number; missing numbers are 1, or 0 when `only` is set. */
  readonly partials: Readonly<Record<number, number>>;
  readonly only: boolean;
}

const plain = { partials: {}, only: false, bodies: [] } as const;

export const TIMBRES: Readonly<Record<TimbreName, Timbre>> = {
  strings: {
    ...plain,
    slope: 1.05,
    darkHz: 620,
    brightHz: 2100,
    order: 2.2,
    blurCents: 15,
    blurGrowth: 0.95,
    bodies: [
      [290, 0.5, 0.5],
      [520, 0.4, 0.5],
      [1150, 0.35, 0.6],
    ],
  },
  celli: {
    ...plain,
    slope: 1.0,
    darkHz: 480,
    brightHz: 1600,
    order: 2.2,
    blurCents: 10,
    blurGrowth: 0.9,
    bodies: [
      [220, 0.6, 0.5],
      [430, 0.45, 0.45],
      [900, 0.3, 0.6],
    ],
  },
  warm: { ...plain, slope: 1.5, darkHz: 420, brightHz: 1400, order: 2, blurCents: 18, blurGrowth: 0.9 },
  air: {
    ...plain,
    slope: 1.1,
    darkHz: 900,
    brightHz: 3600,
    order: 1.8,
    blurCents: 55,
    blurGrowth: 0.95,
    partials: { 1: 0.9, 2: 1, 3: 0.6, 4: 0.9, 5: 0.4, 6: 0.6, 7: 0.3 },
  },
  glass: {
    ...plain,
    slope: 0,
    darkHz: 900,
    brightHz: 3200,
    order: 1.6,
    blurCents: 6,
    blurGrowth: 1,
    partials: { 1: 1, 2: 0.34, 3: 0.12, 4: 0.16, 6: 0.06, 8: 0.04 },
    only: true,
  },
  breath: {
    ...plain,
    slope: 0.6,
    darkHz: 700,
    brightHz: 2200,
    order: 2,
    blurCents: 75,
    blurGrowth: 1.15,
    partials: { 1: 1, 2: 0.3, 3: 0.45, 4: 0.15, 5: 0.22, 7: 0.12 },
    only: true,
  },
  drone: { ...plain, slope: 1.35, darkHz: 170, brightHz: 520, order: 1.8, blurCents: 7, blurGrowth: 0.8 },
  halo: {
    ...plain,
    slope: 0,
    darkHz: 1500,
    brightHz: 4200,
    order: 1.6,
    blurCents: 26,
    blurGrowth: 1,
    partials: { 1: 1, 2: 0.3, 3: 0.1, 4: 0.1 },
    only: true,
  },
  reed: {
    ...plain,
    slope: 1.25,
    darkHz: 520,
    brightHz: 1500,
    order: 2.2,
    blurCents: 9,
    blurGrowth: 1,
    partials: { 2: 0.25, 4: 0.35, 6: 0.4 },
    bodies: [[640, 0.4, 0.5]],
  },
};

/** Amplitude of partial `n` at `hz` for a roll-off corner of `cornerHz`. */
export function partialLevel(timbre: Timbre, n: number, hz: number, cornerHz: number): number {
  const listed = timbre.partials[n] ?? (timbre.only ? 0 : 1);
  if (listed === 0) return 0;
  let level = listed * Math.pow(n, -timbre.slope);
  for (const [centre, boost, octaves] of timbre.bodies) {
    const away = Math.log2(hz / centre) / octaves;
    level *= 1 + boost * Math.exp(-away * away);
  }
  return level / Math.pow(1 + Math.pow(hz / cornerHz, 2), timbre.order / 2);
}
