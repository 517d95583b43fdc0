import type { ReadingParts } from './reading.ts';

/** A measure against the baseline: the difference itself, and in whole per cent of the baseline. */
export interface Difference {
  readonly by: number;
  readonly percent: number;
}

const compared = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'] as const;

/** Each measure that both readings have, against the baseline. Per cent is rounded half away from zero. */
export function differenceTo(
  baseline: ReadingParts,
  parts: ReadingParts,
): Partial<Record<(typeof compared)[number], Difference>> {
  const found: Partial<Record<(typeof compared)[number], Difference>> = {};
  for (const field of compared) {
    const before = baseline[field];
    const value = parts[field];
    if (before === null || value === null || before === 0) continue;
    const by = value - before;
    const percent = Math.sign(by) * Math.round((Math.abs(by) / before) * 100);
    found[field] = { by, percent: percent === 0 ? 0 : percent };
  }
  return found;
}
