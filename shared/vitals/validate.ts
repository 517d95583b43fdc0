import type { Failure } from '../ipc/answer.ts';
import { invalid } from '../session/rule.ts';
import { readingLimits, type ReadingParts } from './reading.ts';

const numericFields = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations', 'oxygenTenths'] as const;
export type NumericField = (typeof numericFields)[number];

/** Systolic and diastolic closer than this (mmHg) are refused: a typing fault. */
const MIN_PULSE_PRESSURE = 10;

/** The parts of a reading of nothing, for forms to fill in. */
export const emptyParts: ReadingParts = {
  systolic: null,
  diastolic: null,
  spo2: null,
  pulse: null,
  respirations: null,
  sedation: null,
  oxygenTenths: null,
};

function refusedNumber(limits: keyof typeof readingLimits, field: string, value: number): Failure | null {
  const [min, max] = readingLimits[limits];
  if (!Number.isInteger(value)) return invalid('reading.whole', field);
  return value < min || value > max ? invalid('reading.range', field, { min, max, value }) : null;
}

function refusedPressure({ systolic, diastolic }: ReadingParts): Failure | null {
  if (systolic === null && diastolic === null) return null;
  if (systolic === null) return invalid('reading.pair', 'systolic');
  if (diastolic === null) return invalid('reading.pair', 'diastolic');
  if (systolic <= diastolic) return invalid('reading.order', 'diastolic', { systolic, diastolic });
  return systolic - diastolic < MIN_PULSE_PRESSURE
    ? invalid('reading.tooClose', 'diastolic', { systolic, diastolic, min: MIN_PULSE_PRESSURE })
    : null;
}

/** Refuses what cannot be, with the field named; null where the reading can stand. Nothing is ever clipped. */
export function validateReading(parts: ReadingParts): Failure | null {
  for (const field of numericFields) {
    const value = parts[field];
    const refused = value === null ? null : refusedNumber(field, field, value);
    if (refused !== null) return refused;
  }
  if (parts.sedation !== null && parts.sedation.kind !== 'notRoused') {
    const refused = refusedNumber(parts.sedation.kind, 'sedation', parts.sedation.value);
    if (refused !== null) return refused;
  }
  // Position and arm say how the rest was taken: alone they are no reading.
  const unsaid = parts.sedation === null && (parts.symptoms ?? null) === null;
  const empty = numericFields.every((field) => parts[field] === null) && unsaid;
  return empty ? invalid('reading.empty', 'systolic') : refusedPressure(parts);
}
