import { knownOf, measures, type Known, type Measure } from './measures.ts';
import type { ReadingParts } from './reading.ts';

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
export const jumpFrom: Readonly<Record<Measure, number>> = {
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

/** What a patient of whom nothing is known most likely has; for ranking readings of a typing fault, never for a value. */
export const middle: Readonly<Record<Measure, number>> = {
  systolic: 120,
  diastolic: 75,
  spo2: 97,
  pulse: 75,
  respirations: 14,
};

function jumped(field: Measure, value: number, before: number): boolean {
  const change = Math.abs(value - before);
  if (change < jumpFrom[field]) return false;
  return field === 'spo2' || change > JUMP_SHARE * before;
}

function doubtOf(field: Measure, value: number, before: number | null): Doubt | null {
  const [low, high] = USUAL[field];
  if (value < low) return { code: `${field}Low`, field, value, before: null };
  if (value > high) return { code: `${field}High`, field, value, before: null };
  return before !== null && jumped(field, value, before) ? { code: `${field}Jump`, field, value, before } : null;
}

/** How far two values lie from what was known of their measures, in jumps. */
function apart(known: Known, first: readonly [Measure, number], second: readonly [Measure, number]): number {
  const distance = ([field, value]: readonly [Measure, number]) =>
    Math.abs(value - (known[field] ?? middle[field])) / jumpFrom[field];
  return distance(first) + distance(second);
}

/** A saturation and a pulse closer than this may change places without harm: nothing is asked. */
const HARMLESS = 4;

/**
 * Values that are likely by themselves and stand in each other's place: a pulse that would be a saturation beside a
 * saturation below it, or one field left out, so that each value slid into the one before it. Asked about only where
 * that explains more than what was typed.
 */
function misplaced({ diastolic, spo2, pulse }: ReadingParts, known: Known): Doubt | null {
  if (spo2 === null) return null;
  if (pulse !== null && pulse >= 90 && pulse <= 100 && pulse - spo2 >= HARMLESS) {
    const typed = apart(known, ['spo2', spo2], ['pulse', pulse]);
    const turned = apart(known, ['spo2', pulse], ['pulse', spo2]);
    return turned < typed ? { code: 'spo2Place', field: 'spo2', value: spo2, before: null } : null;
  }
  if (pulse !== null || diastolic === null || diastolic < 90 || diastolic > 100) return null;
  const typed = apart(known, ['diastolic', diastolic], ['spo2', spo2]);
  const moved = apart(known, ['spo2', diastolic], ['pulse', spo2]);
  return moved < typed ? { code: 'diastolicPlace', field: 'diastolic', value: diastolic, before: null } : null;
}

/** What is unlikely in a reading, compared with the last one that has the measure, or with the baseline. */
export function unlikely(parts: ReadingParts, previous: ReadingParts | null, baseline: ReadingParts | null): Doubt[] {
  const known = knownOf(previous, baseline);
  const doubts: Doubt[] = [];
  for (const field of measures) {
    const value = parts[field];
    if (value === null) continue;
    const doubt = doubtOf(field, value, known[field]);
    if (doubt !== null) doubts.push(doubt);
  }
  const place = misplaced(parts, known);
  return place === null ? doubts : [...doubts, place];
}
