import { measures, type Measure } from '../../../../shared/vitals/measures.ts';
import { readingLimits } from '../../../../shared/vitals/reading.ts';

/** Whether a text is a value that no further digit could belong to: 128, 98, but neither 12 nor 29 (mmHg). */
export function isFull(field: Measure, text: string): boolean {
  const trimmed = text.trim();
  const [min, max] = readingLimits[field];
  const value = Number(trimmed);
  return /^\d{1,3}$/.test(trimmed) && value >= min && value <= max && value * 10 > max;
}

/** The field after a field; null after the last. */
export function fieldAfter(field: Measure): Measure | null {
  return measures[measures.indexOf(field) + 1] ?? null;
}

/** The field before a field; null before the first. */
export function fieldBefore(field: Measure): Measure | null {
  return measures[measures.indexOf(field) - 1] ?? null;
}
