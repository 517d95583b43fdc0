/** The characters of noise: surf, warm wind and breath, each a few lanes with clocks of their own. */
import type { NoiseName, Range } from './types.ts';

export interface LaneShape {
  /** Length of one swell in seconds. */
  readonly seconds: Range;
  /** Part of the swell that rises. */
  readonly rise: number;
  /** Filter corner or centre at rest and at the height of the swell, Hz. */
  readonly hz: Range;
  /** Damping of the filter: 2 is flat, less is more tonal. */
  readonly damping: number;
  readonly band: boolean;
  readonly floor: number;
  readonly gain: number;
  readonly pan: Range;
}

const surfWave: LaneShape = {
  seconds: [11, 17],
  rise: 0.42,
  hz: [260, 1250],
  damping: 1.8,
  band: false,
  floor: 0.04,
  gain: 4,
  pan: [-0.55, 0.55],
};

export const NOISE_PRESETS: Readonly<Record<NoiseName, readonly LaneShape[]>> = {
  surf: [
    surfWave,
    { ...surfWave, seconds: [13, 21], gain: 3.4 },
    { ...surfWave, seconds: [9, 15], hz: [700, 2100], band: true, damping: 1.6, gain: 2, floor: 0.01, rise: 0.5 },
    { ...surfWave, seconds: [23, 37], hz: [150, 260], gain: 2.6, floor: 0.4, pan: [-0.2, 0.2] },
  ],
  wind: [
    { seconds: [17, 29], rise: 0.5, hz: [320, 760], damping: 0.9, band: true, floor: 0.1, gain: 1.8, pan: [-0.6, 0.1] },
    {
      seconds: [19, 31],
      rise: 0.5,
      hz: [420, 1050],
      damping: 0.9,
      band: true,
      floor: 0.1,
      gain: 1.5,
      pan: [-0.1, 0.6],
    },
    {
      seconds: [27, 43],
      rise: 0.5,
      hz: [180, 330],
      damping: 1.4,
      band: false,
      floor: 0.3,
      gain: 0.8,
      pan: [-0.2, 0.2],
    },
  ],
  breath: [
    {
      seconds: [10.5, 12.5],
      rise: 0.42,
      hz: [300, 620],
      damping: 0.8,
      band: true,
      floor: 0.03,
      gain: 3,
      pan: [-0.25, 0.25],
    },
    {
      seconds: [11, 13],
      rise: 0.42,
      hz: [520, 980],
      damping: 1.2,
      band: true,
      floor: 0.02,
      gain: 1.5,
      pan: [-0.4, 0.4],
    },
    {
      seconds: [24, 40],
      rise: 0.5,
      hz: [140, 260],
      damping: 1.6,
      band: false,
      floor: 0.3,
      gain: 1.2,
      pan: [-0.2, 0.2],
    },
  ],
};
