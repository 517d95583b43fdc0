import type { BandLimits, Bands } from '../protocol/bands.ts';
import type { BandField } from './band-fields.ts';
import { withinLimits, type Band } from './bands.ts';
import type { ReadingParts } from './reading.ts';

/** What a start is held against: blood pressure by limits of its own, the others by those of the whole session. */
export const gateFields = [
  'systolic',
  'diastolic',
  'spo2',
  'pulse',
  'rass',
  'moaas',
] as const satisfies readonly BandField[];
export type GateField = (typeof gateFields)[number];

/** One figure of a baseline that keeps the infusion from starting. */
export interface GateReason {
  readonly field: GateField;
  readonly value: number;
  readonly band: Exclude<Band, 'ok'>;
  /** The limit that it reached. */
  readonly limit: number;
}

function limitsOf(bands: Bands, field: GateField): BandLimits {
  return field === 'systolic' || field === 'diastolic' ? bands.preStart[field] : bands[field];
}

/** "Resting, not roused" is in no band: nobody looked on purpose. */
function valueOf({ sedation, ...figures }: ReadingParts, field: GateField): number | null {
  if (field !== 'rass' && field !== 'moaas') return figures[field];
  return sedation === null || sedation.kind === 'notRoused' || sedation.kind !== field ? null : sedation.value;
}

function reasonOf(bands: Bands, field: GateField, value: number): readonly GateReason[] {
  const limits = limitsOf(bands, field);
  const band = withinLimits(limits, value);
  if (band === 'ok') return [];
  const [low, high] = band === 'red' ? [limits.redLow, limits.redHigh] : [limits.amberLow, limits.amberHigh];
  const limit = low !== null && value <= low ? low : high;
  return limit === null ? [] : [{ field, value, band, limit }];
}

/** Everything in a baseline that lies outside of the limits for a start; empty where it may begin. */
export function gateReasons(bands: Bands, parts: ReadingParts): readonly GateReason[] {
  return gateFields.flatMap((field) => {
    const value = valueOf(parts, field);
    return value === null ? [] : reasonOf(bands, field, value);
  });
}

/** Whether it is about blood pressure, where the cuff and the arm matter. */
export function isOfCuff({ field }: GateReason): boolean {
  return field === 'systolic' || field === 'diastolic';
}

/** The gate before the start: the worst of its reasons. */
export function gateOf(bands: Bands, parts: ReadingParts): Band {
  const reasons = gateReasons(bands, parts);
  if (reasons.some(({ band }) => band === 'red')) return 'red';
  return reasons.length === 0 ? 'ok' : 'amber';
}
