import { measures, type Measure, type Typed } from '../../../../shared/vitals/measures.ts';
import { readingLimits, type ReadingParts } from '../../../../shared/vitals/reading.ts';
import { validateReading } from '../../../../shared/vitals/validate.ts';

/** What is wrong with what was typed, as a key of `readings.problem` and what its sentence names. */
export interface EntryProblem {
  readonly code: 'notWhole' | 'outside' | 'pair' | 'order' | 'tooClose' | 'empty';
  readonly field: Measure;
  readonly params: Readonly<Record<string, string | number>>;
}

const ruleCodes: Readonly<Record<string, EntryProblem['code']>> = {
  'reading.pair': 'pair',
  'reading.order': 'order',
  'reading.tooClose': 'tooClose',
  'reading.empty': 'empty',
};

/** Whether a problem lies between fields, so that it goes away when any of them is typed anew. */
export function isOfSeveral({ code }: EntryProblem): boolean {
  return code !== 'notWhole' && code !== 'outside';
}

/** A key that no number has: said at once, and left standing where it was typed. */
export function signProblem(field: Measure, text: string): readonly EntryProblem[] {
  const trimmed = text.trim();
  return /^\d*$/.test(trimmed) ? [] : [{ code: 'notWhole', field, params: { text: trimmed } }];
}

function fieldProblem(field: Measure, typed: string): readonly EntryProblem[] {
  const text = typed.trim();
  if (text === '') return [];
  if (!/^\d{1,4}$/.test(text)) return [{ code: 'notWhole', field, params: { text } }];
  const [min, max] = readingLimits[field];
  return Number(text) < min || Number(text) > max ? [{ code: 'outside', field, params: { text, min, max } }] : [];
}

/** What keeps texts from being a reading: first what cannot be a value at all, field by field, then the rules. */
export function problemsOf(texts: Typed, partsOf: () => ReadingParts): readonly EntryProblem[] {
  const problems = measures.flatMap((field) => fieldProblem(field, texts[field]));
  if (problems.length > 0) return problems;
  const refused = validateReading(partsOf());
  if (refused === null) return [];
  const code = ruleCodes[refused.code] ?? 'empty';
  const field = measures.find((name) => name === refused.field) ?? 'systolic';
  return [{ code, field, params: refused.params }];
}
