import type { ReadingParts } from './reading.ts';

/** The measures that are typed as whole numbers, in the order in which they are typed. */
export const measures = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'] as const;
export type Measure = (typeof measures)[number];

/** What was typed, as it was typed; '' for nothing. */
export type Typed = Readonly<Record<Measure, string>>;

/** What is known of the patient already, to compare with: the last value of each measure; null where there is none. */
export type Known = Readonly<Record<Measure, number | null>>;

/** The last reading's value of each measure, else the baseline's. */
export function knownOf(previous: ReadingParts | null, baseline: ReadingParts | null): Known {
  const of = (measure: Measure) => previous?.[measure] ?? baseline?.[measure] ?? null;
  return {
    systolic: of('systolic'),
    diastolic: of('diastolic'),
    spo2: of('spo2'),
    pulse: of('pulse'),
    respirations: of('respirations'),
  };
}

/** The number a text says; null for an empty one or anything but one to three digits. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : null;
}
