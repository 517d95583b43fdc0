import type { ReadingParts } from './reading.ts';

type Measure = 'systolic' | 'diastolic' | 'spo2' | 'pulse' | 'respirations';

/** Something to ask "sure?" about: `code` is confirmed by the nurse, `field` gets the question. */
export interface Doubt {
  readonly code: string;
  readonly field: Measure;
  readonly value: number;
  /** The value it was compared with; null where it is unusual by itself. */
  readonly before: number | null;
}

/** A change of more than this share of the last value is asked about (clinical reference 1.6: more than 25 %). */
const JUMP_SHARE = 0.25;

/** A jump must also be at least this large: 12 to 16 breaths is a third and nothing. */
const JUMP_FROM: Readonly<Record<Measure, number>> = {
  systolic: 20,
  diastolic: 15,
  spo2: 8,
  pulse: 15,
  respirations: 8,
};

/** Values that are asked about by themselves, low to high; typing faults live outside far more often than patients. */
const USUAL: Readonly<Record<Measure, readonly [number, number]>> = {
  systolic: [80, 210],
  diastolic: [40, 125],
  spo2: [80, 100],
  pulse: [40, 170],
  respirations: [6, 40],
};

const measures: readonly Measure[] = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'];

function jumped(field: Measure, value: number, before: number): boolean {
  const change = Math.abs(value - before);
  if (change < JUMP_FROM[field]) return false;
  return field === 'spo2' || change > JUMP_SHARE * before;
}

function doubtOf(field: Measure, value: number, before: number | null): Doubt | null {
  const [low, high] = USUAL[field];
  if (value < low) return { code: `${field}Low`, field, value, before: null };
  if (value > high) return { code: `${field}High`, field, value, before: null };
  return before !== null && jumped(field, value, before) ? { code: `${field}Jump`, field, value, before } : null;
}

/** What is unlikely in a reading, compared with the last one that has the measure, or with the baseline. */
export function unlikely(parts: ReadingParts, previous: ReadingParts | null, baseline: ReadingParts | null): Doubt[] {
  const doubts: Doubt[] = [];
  for (const field of measures) {
    const value = parts[field];
    if (value === null) continue;
    const doubt = doubtOf(field, value, previous?.[field] ?? baseline?.[field] ?? null);
    if (doubt !== null) doubts.push(doubt);
  }
  return doubts;
}
