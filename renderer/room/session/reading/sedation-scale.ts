import type { Sedation, SedationScale } from '../../../../shared/vitals/reading.ts';

/** One answer about sedation: the key that gives it, and the key of its words. */
export interface SedationOption {
  readonly key: string;
  readonly value: Sedation;
  readonly words: `rass.${string}` | `moaas.${string}` | 'notRoused';
}

const rass = (value: number): SedationOption => ({
  key: value > 0 ? `+${value}` : String(-value),
  value: { kind: 'rass', value },
  words: `rass.${value}`,
});

const moaas = (value: number): SedationOption => ({
  key: String(value),
  value: { kind: 'moaas', value },
  words: `moaas.${value}`,
});

const resting: SedationOption = { key: 'r', value: { kind: 'notRoused' }, words: 'notRoused' };

/**
 * The answers of a scale. RASS (Sessler 2002), calm and deeper first: their keys are the digits, those of agitation have a
 * plus before them. MOAA/S (bmcanesthesiol 10.1186/s12871-022-01788-1, table 2): its own digits.
 */
export function sedationOptions(scale: SedationScale): readonly SedationOption[] {
  return scale === 'rass'
    ? [...[0, -1, -2, -3, -4, -5, 1, 2, 3, 4].map(rass), resting]
    : [...[5, 4, 3, 2, 1, 0].map(moaas), resting];
}

/** The answer that a key gives after the keys before it ('' or '+'); null where it gives none. */
export function sedationByKey(scale: SedationScale, before: string, key: string): Sedation | null {
  const typed = before === '+' ? `+${key}` : key.toLowerCase();
  return sedationOptions(scale).find((option) => option.key === typed)?.value ?? null;
}
