import type { BandLimits, Bands } from '../protocol/bands.ts';
import type { ReadingParts } from '../vitals/reading.ts';

/** Measures that the chart draws. */
export const chartFields = ['systolic', 'diastolic', 'pulse', 'spo2'] as const;
export type ChartField = (typeof chartFields)[number];

/** A value from which (high) or down to which (low) a measure is amber or red for this patient. */
export interface ChartLimit {
  readonly field: ChartField;
  readonly level: 'amber' | 'red';
  readonly side: 'high' | 'low';
  readonly value: number;
  /** Per cent over the patient's own baseline; null: the clinic's own number. */
  readonly overBaseline: number | null;
}

function absolute(field: ChartField, limits: BandLimits): ChartLimit[] {
  const named = [
    { level: 'red', side: 'high', value: limits.redHigh },
    { level: 'amber', side: 'high', value: limits.amberHigh },
    { level: 'amber', side: 'low', value: limits.amberLow },
    { level: 'red', side: 'low', value: limits.redLow },
  ] as const;
  return named.flatMap(({ level, side, value }) =>
    value === null ? [] : [{ field, level, side, value, overBaseline: null }],
  );
}

/** The least whole value that counts as far over baseline; null where the clinic has no such rule or nothing was measured. */
function overBaseline(field: 'systolic' | 'diastolic', bands: Bands, baseline: ReadingParts | null): ChartLimit | null {
  const before = baseline?.[field] ?? null;
  if (bands.overBaseline === null || before === null) return null;
  const { share, systolicFrom, diastolicFrom } = bands.overBaseline;
  const from = field === 'systolic' ? systolicFrom : diastolicFrom;
  // As the bands compare it: exactly the share over counts as reached.
  const value = Math.max(Math.ceil(from), Math.ceil(before + share * before - 1e-9));
  return { field, level: 'amber', side: 'high', value, overBaseline: Math.round(share * 100) };
}

/**
 * The limits that apply to this patient, highest first within a measure. What the patient's own baseline sets is among them
 * where it lies below the clinic's own amber, and changes nothing elsewhere.
 */
export function limitsFor(bands: Bands, baseline: ReadingParts | null): ChartLimit[] {
  return chartFields.flatMap((field) => {
    const own = absolute(field, bands[field]);
    const over = field === 'systolic' || field === 'diastolic' ? overBaseline(field, bands, baseline) : null;
    const highest = own.filter(({ side }) => side === 'high').map(({ value }) => value);
    const counts = over !== null && over.value < Math.min(Infinity, ...highest);
    return (counts ? [...own, over] : own).toSorted((a, b) => b.value - a.value);
  });
}

/** Of several limits of one measure, level and side, the one that is reached first. */
export function strictest(limits: readonly ChartLimit[]): ChartLimit[] {
  return limits.filter((limit) =>
    limits.every(
      (other) =>
        other === limit ||
        other.field !== limit.field ||
        other.level !== limit.level ||
        other.side !== limit.side ||
        (limit.side === 'high' ? limit.value < other.value : limit.value > other.value),
    ),
  );
}
