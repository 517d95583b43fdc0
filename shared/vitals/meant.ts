import { assertNever } from '../assert-never.ts';
import { measures, numberIn, type Known, type Measure, type Typed } from './measures.ts';
import { nearDigits } from './near-digits.ts';
import { readingLimits, type ReadingParts } from './reading.ts';
import { jumpFrom, middle, unlikely } from './unlikely.ts';
import { emptyParts, validateReading } from './validate.ts';

/** What a faulty reading was probably meant to be: `digits` of one value, values that were `swapped`, or that `slid` by a field. */
export interface Meant {
  readonly kind: 'digits' | 'swapped' | 'slid';
  /** All fields as they would read. */
  readonly typed: Typed;
  /** The fields that would change. */
  readonly fields: readonly Measure[];
}

/** The reading that the texts would be, or null where they are none. A slid reading may lack the value that was left out. */
function partsIn(typed: Typed): ReadingParts | null {
  const parts = { ...emptyParts };
  for (const field of measures) {
    const text = typed[field].trim();
    if (text === '') continue;
    const value = numberIn(text);
    const [min, max] = readingLimits[field];
    if (value === null || value < min || value > max) return null;
    parts[field] = value;
  }
  return parts;
}

/** How far a reading lies from what is known, in jumps; null where it would be refused or asked about itself. */
function distance(typed: Typed, known: Known, slid: boolean): number | null {
  const parts = partsIn(typed);
  if (parts === null) return null;
  const refused = validateReading(parts);
  const isHalf = slid && (refused?.code === 'reading.pair' || refused?.code === 'reading.empty');
  if (refused !== null && !isHalf) return null;
  if (unlikely(parts, { ...emptyParts, ...known }, null).length > 0) return null;
  return measures.reduce((sum, field) => {
    const value = parts[field];
    return value === null ? sum : sum + Math.abs(value - (known[field] ?? middle[field])) / jumpFrom[field];
  }, 0);
}

function isDoubtful(typed: Typed, field: Measure, known: Known): boolean {
  const text = typed[field].trim();
  if (text === '') return false;
  const value = numberIn(text);
  const [min, max] = readingLimits[field];
  if (value === null || value < min || value > max) return true;
  return unlikely({ ...emptyParts, [field]: value }, { ...emptyParts, ...known }, null).length > 0;
}

function changed(kind: Meant['kind'], before: Typed, change: Partial<Typed>): Meant {
  const typed = { ...before, ...change };
  return { kind, typed, fields: measures.filter((field) => typed[field] !== before[field]) };
}

/** Two values or more from a field on, one field further: what was typed where a field had been left out. */
function slidFrom(typed: Typed, at: number): Meant | null {
  const texts = measures.map((field) => typed[field].trim());
  const gap = texts.indexOf('', at);
  if (gap <= at + 1) return null;
  const moved = texts.map((text, index) =>
    index === at ? '' : index > at && index <= gap ? (texts[index - 1] ?? '') : text,
  );
  return changed('slid', typed, Object.fromEntries(measures.map((field, index) => [field, moved[index] ?? ''])));
}

/** Two values or more, one field back: what was typed after a field had been passed over. */
function slidBack(typed: Typed, at: number): Meant | null {
  const texts = measures.map((field) => typed[field].trim());
  if (texts[at] !== '' || texts[at + 1] === '' || at + 1 >= measures.length) return null;
  const end = texts.indexOf('', at + 1);
  const last = (end < 0 ? measures.length : end) - 1;
  if (last <= at + 1) return null;
  const moved = texts.map((text, index) =>
    index >= at && index < last ? (texts[index + 1] ?? '') : index === last ? '' : text,
  );
  return changed('slid', typed, Object.fromEntries(measures.map((field, index) => [field, moved[index] ?? ''])));
}

interface Candidate {
  readonly meant: Meant | null;
  readonly cost: number;
}

const plainly = (meant: Meant | null): Candidate => ({ meant, cost: 0 });

function candidates(kind: Meant['kind'], typed: Typed, known: Known): readonly Candidate[] {
  switch (kind) {
    case 'digits':
      return measures
        .filter((field) => isDoubtful(typed, field, known))
        .flatMap((field) =>
          nearDigits(typed[field]).map(({ text, cost }) => ({
            meant: changed('digits', typed, { [field]: text }),
            cost,
          })),
        );
    case 'swapped':
      return [
        changed('swapped', typed, { systolic: typed.diastolic, diastolic: typed.systolic }),
        changed('swapped', typed, { spo2: typed.pulse, pulse: typed.spo2 }),
      ]
        .filter(({ fields }) => fields.every((field) => typed[field].trim() !== ''))
        .map(plainly);
    case 'slid':
      return measures.flatMap((_, at) => [slidFrom(typed, at), slidBack(typed, at)]).map(plainly);
    default:
      return assertNever(kind);
  }
}

/**
 * What was probably meant by texts that are refused or asked about, the nearest to what is known of the patient; null
 * where one slip explains nothing. It is offered, never taken by itself.
 */
export function meantBy(typed: Typed, known: Known): Meant | null {
  let best: { readonly meant: Meant; readonly distance: number } | null = null;
  for (const kind of ['digits', 'swapped', 'slid'] as const) {
    for (const { meant, cost } of candidates(kind, typed, known)) {
      if (meant === null || meant.fields.length === 0) continue;
      const found = distance(meant.typed, known, kind === 'slid');
      if (found !== null && (best === null || found + cost < best.distance)) best = { meant, distance: found + cost };
    }
  }
  return best?.meant ?? null;
}
