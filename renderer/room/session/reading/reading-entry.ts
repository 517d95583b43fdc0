import { assertNever } from '../../../../shared/assert-never.ts';
import { readingLimits, type ReadingParts } from '../../../../shared/vitals/reading.ts';
import { validateReading } from '../../../../shared/vitals/validate.ts';

/** The parts that are typed, in the order in which Enter walks through them. */
export const numberFields = ['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'] as const;
export type NumberFieldName = (typeof numberFields)[number];

/** What is wrong with what was typed, as a key of `readings.problem` and what its sentence names. */
export interface EntryProblem {
  readonly code: 'notWhole' | 'outside' | 'pair' | 'order' | 'tooClose' | 'empty';
  readonly field: NumberFieldName;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A reading on its way: what was typed stays as it was typed. `sedation` and `oxygen` hold the chosen option, '' for none. */
export interface ReadingEntry {
  readonly texts: Readonly<Record<NumberFieldName, string>>;
  readonly sedation: string;
  readonly oxygen: string;
  /** Epoch ms of the first key in the first field, until somebody says otherwise; null while nothing was entered. */
  readonly takenAt: number | null;
  readonly stage: 'typing' | 'echo';
  readonly problems: readonly EntryProblem[];
}

export type EntryAction =
  | { readonly type: 'text'; readonly field: NumberFieldName; readonly text: string; readonly nowMs: number }
  | { readonly type: 'sedation' | 'oxygen'; readonly value: string; readonly nowMs: number }
  | { readonly type: 'takenAt'; readonly atMs: number }
  | { readonly type: 'submit' | 'back' | 'clear' };

export const emptyEntry: ReadingEntry = {
  texts: { systolic: '', diastolic: '', spo2: '', pulse: '', respirations: '' },
  sedation: '',
  oxygen: '',
  takenAt: null,
  stage: 'typing',
  problems: [],
};

const textOf = (value: number | null) => (value === null ? '' : String(value));

/** An entry filled with a reading that is to be amended. */
export function entryOf(parts: ReadingParts, takenAt: number): ReadingEntry {
  const { systolic, diastolic, spo2, pulse, respirations, sedation, oxygenTenths } = parts;
  return {
    ...emptyEntry,
    texts: {
      systolic: textOf(systolic),
      diastolic: textOf(diastolic),
      spo2: textOf(spo2),
      pulse: textOf(pulse),
      respirations: textOf(respirations),
    },
    sedation: sedation === null ? '' : sedation.kind === 'rass' ? String(sedation.value) : 'notRoused',
    oxygen: textOf(oxygenTenths),
    takenAt,
  };
}

/** The entry after an action. Pure; nothing typed is ever changed, clipped or dropped. */
export function reduceEntry(entry: ReadingEntry, action: EntryAction): ReadingEntry {
  switch (action.type) {
    case 'text':
      return {
        ...entry,
        texts: { ...entry.texts, [action.field]: action.text },
        takenAt: entry.takenAt ?? action.nowMs,
        stage: 'typing',
        problems: entry.problems.filter((problem) => problem.field !== action.field && !concernsPair(problem)),
      };
    case 'sedation':
    case 'oxygen':
      return { ...entry, [action.type]: action.value, takenAt: entry.takenAt ?? action.nowMs, stage: 'typing' };
    case 'takenAt':
      return { ...entry, takenAt: action.atMs };
    case 'submit': {
      const problems = problemsOf(entry);
      return { ...entry, problems, stage: problems.length === 0 ? 'echo' : 'typing' };
    }
    case 'back':
      return { ...entry, stage: 'typing' };
    case 'clear':
      return emptyEntry;
    default:
      return assertNever(action);
  }
}

/** What keeps the entry from being a reading: first what cannot be a number at all, field by field, then the rules. */
export function problemsOf(entry: ReadingEntry): readonly EntryProblem[] {
  const problems = numberFields.flatMap((field) => fieldProblem(field, entry.texts[field].trim()));
  if (problems.length > 0) return problems;
  const refused = validateReading(partsOf(entry));
  if (refused === null) return [];
  const code = ruleCodes[refused.code] ?? 'empty';
  const field = numberFields.find((name) => name === refused.field) ?? 'systolic';
  return [{ code, field, params: refused.params }];
}

const ruleCodes: Readonly<Record<string, EntryProblem['code']>> = {
  'reading.pair': 'pair',
  'reading.order': 'order',
  'reading.tooClose': 'tooClose',
  'reading.empty': 'empty',
};

/** Problems of the pair go away when either of the two is typed anew. */
function concernsPair(problem: EntryProblem): boolean {
  return problem.code !== 'notWhole' && problem.code !== 'outside';
}

function fieldProblem(field: NumberFieldName, text: string): readonly EntryProblem[] {
  if (text === '') return [];
  if (!/^\d{1,4}$/.test(text)) return [{ code: 'notWhole', field, params: { text } }];
  const [min, max] = readingLimits[field];
  return Number(text) < min || Number(text) > max ? [{ code: 'outside', field, params: { text, min, max } }] : [];
}

/** Whether nothing was entered. */
export function isEmpty(entry: ReadingEntry): boolean {
  return (
    numberFields.every((field) => entry.texts[field].trim() === '') && entry.sedation === '' && entry.oxygen === ''
  );
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** The reading that was typed; only for an entry without problems. An empty field stays empty. */
export function partsOf(entry: ReadingEntry): ReadingParts {
  const { texts, sedation, oxygen } = entry;
  return {
    systolic: numberOf(texts.systolic),
    diastolic: numberOf(texts.diastolic),
    spo2: numberOf(texts.spo2),
    pulse: numberOf(texts.pulse),
    respirations: numberOf(texts.respirations),
    sedation: sedationOf(sedation),
    oxygenTenths: numberOf(oxygen),
  };
}

function sedationOf(choice: string): ReadingParts['sedation'] {
  if (choice === '') return null;
  return choice === 'notRoused' ? { kind: 'notRoused' } : { kind: 'rass', value: Number(choice) };
}
