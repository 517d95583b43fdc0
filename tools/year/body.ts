import type { ReadingParts } from '../../shared/vitals/reading.ts';
import type { Baseline } from '../archive/vitals.ts';
import type { Random } from '../archive/random.ts';

/** How far an hour drives the body at its height: mmHg over the baseline, per cent below it. */
export interface Course {
  readonly baseline: Baseline;
  readonly rise: number;
  readonly dip: number;
}

/** Share of the height at minutes of the infusion; it is highest at half an hour to forty minutes. */
const upward = [
  [0, 0.05],
  [5, 0.35],
  [15, 0.75],
  [30, 1],
  [40, 0.95],
  [50, 0.8],
] as const;
/** The same after the pump's stop. */
const downward = [
  [0, 0.8],
  [15, 0.42],
  [30, 0.2],
  [60, 0.04],
] as const;

function between(curve: readonly (readonly [number, number])[], minute: number): number {
  const after = curve.findIndex(([at]) => at >= minute);
  const [to, high] = curve[after === -1 ? curve.length - 1 : after] ?? [0, 0];
  const [from, low] = curve[after <= 0 ? (after === 0 ? 0 : curve.length - 1) : after - 1] ?? [0, 0];
  return to === from ? high : low + ((high - low) * (minute - from)) / (to - from);
}

/** Share of the height at a minute since the start, or since the pump's stop. */
export function shareAt(phase: 'infusion' | 'recovery', minute: number): number {
  return between(phase === 'infusion' ? upward : downward, minute);
}

/** A whole reading at a share of the hour's height, 0 to 1. */
export function readingOf({ baseline, rise, dip }: Course, share: number, random: Random): ReadingParts {
  const climb = rise * share;
  const diastolic = Math.round(baseline.diastolic + climb * 0.58) + random.whole(-2, 2);
  const deep = share > 0.7 ? random.whole(-2, -1) : share > 0.3 ? random.whole(-1, 0) : 0;
  return {
    systolic: Math.round(baseline.systolic + climb) + random.whole(-2, 2),
    diastolic,
    spo2: Math.min(100, Math.max(95, Math.round(baseline.spo2 - dip * share) + random.whole(-1, 0))),
    pulse: Math.round(baseline.pulse + climb * 0.45) + random.whole(-3, 3),
    respirations: random.whole(12, 16) - (share > 0.7 ? 1 : 0),
    sedation: share > 0.7 && random.chance(0.15) ? { kind: 'notRoused' } : { kind: 'rass', value: deep },
    oxygenTenths: 0,
  };
}
