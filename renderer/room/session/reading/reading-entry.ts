import { assertNever } from '../../../../shared/assert-never.ts';
import { measures, type Measure, type Typed } from '../../../../shared/vitals/measures.ts';
import { readPasted } from '../../../../shared/vitals/paste.ts';
import type { Sedation, SymptomCode } from '../../../../shared/vitals/reading.ts';
import { isOfSeveral, problemsOf, signProblem } from './entry-problems.ts';
import { emptyEntry, isEmpty, isStale, partsOf, type ReadingEntry, type Standing } from './entry-state.ts';

/** When something was entered, epoch ms, and how fast the session's clock runs: 1, or a practice's pace. */
export interface EntryMoment {
  readonly nowMs: number;
  readonly rate: number;
}

export type EntryAction =
  | ({ readonly type: 'text'; readonly field: Measure; readonly text: string } & EntryMoment)
  | ({ readonly type: 'paste'; readonly text: string } & EntryMoment)
  | ({ readonly type: 'sedation'; readonly value: Sedation | null } & EntryMoment)
  | ({ readonly type: 'symptoms'; readonly value: readonly SymptomCode[] | null } & EntryMoment)
  | { readonly type: 'standing'; readonly change: Partial<Standing> }
  | { readonly type: 'takenAt'; readonly atMs: number }
  /** What was meant, taken by one press; it is read back at once. */
  | ({ readonly type: 'take'; readonly texts: Typed } & EntryMoment)
  /** The half-filled form is still this reading, as it was or taken only now. */
  | { readonly type: 'still'; readonly takenNow: boolean; readonly nowMs: number }
  | ({ readonly type: 'submit' } & EntryMoment)
  | { readonly type: 'back' | 'clear' };

/** The entry after an action. Pure; nothing typed is ever changed, clipped or dropped. */
export function reduceEntry(entry: ReadingEntry, action: EntryAction): ReadingEntry {
  switch (action.type) {
    case 'text': {
      const { field, text } = action;
      const kept = entry.problems.filter((problem) => problem.field !== field && !isOfSeveral(problem));
      const texts = { ...entry.texts, [field]: text };
      return timed(entry, { texts, refusedPaste: null, problems: [...kept, ...signProblem(field, text)] }, action);
    }
    case 'paste': {
      const found = readPasted(action.text);
      if (found === null) return { ...entry, refusedPaste: action.text.trim(), stage: 'typing' };
      const texts = { ...entry.texts, ...found };
      return timed(entry, { texts, refusedPaste: null, problems: [] }, action);
    }
    case 'sedation':
      return timed(entry, { sedation: action.value }, action);
    case 'symptoms':
      return timed(entry, { symptoms: action.value }, action);
    case 'standing':
      return { ...entry, standing: { ...entry.standing, ...action.change }, stage: 'typing' };
    case 'takenAt':
      return { ...entry, takenAt: action.atMs };
    case 'take':
      return isStale(entry, action.nowMs, action.rate)
        ? entry
        : submitted({ ...entry, texts: action.texts, touchedAt: action.nowMs });
    case 'still':
      return { ...entry, touchedAt: action.nowMs, takenAt: action.takenNow ? action.nowMs : entry.takenAt };
    case 'submit':
      return isStale(entry, action.nowMs, action.rate) ? entry : submitted(entry);
    case 'back':
      return { ...entry, stage: 'typing' };
    case 'clear':
      return emptyEntry(entry.standing);
    default:
      return assertNever(action);
  }
}

function submitted(entry: ReadingEntry): ReadingEntry {
  const problems = isEmpty(entry)
    ? [{ code: 'empty', field: 'systolic', params: {} } as const]
    : problemsOf(entry.texts, () => partsOf(entry));
  return { ...entry, problems, refusedPaste: null, stage: problems.length === 0 ? 'echo' : 'typing' };
}

const hasDigits = ({ texts }: Pick<ReadingEntry, 'texts'>) => measures.some((field) => texts[field].trim() !== '');

/**
 * The moment of taking after a change: that of the first digit, or of the first press where no digit came yet. What was
 * set by hand stays, and so does that of a reading which is amended. Emptied again, a new form has none. A form that asks
 * whether it is still the same reading goes on asking: typing on is no answer.
 */
function timed(entry: ReadingEntry, change: Partial<ReadingEntry>, { nowMs, rate }: EntryMoment): ReadingEntry {
  const touchedAt = isStale(entry, nowMs, rate) ? entry.touchedAt : nowMs;
  const after: ReadingEntry = { ...entry, ...change, touchedAt, stage: 'typing' };
  if (entry.amends) return after;
  if (isEmpty(after)) return { ...after, takenAt: null, firstAt: null, touchedAt: null };
  const isByHand = entry.takenAt !== entry.firstAt;
  const isFirst = entry.firstAt === null || (!hasDigits(entry) && hasDigits(after));
  return isFirst && !isByHand ? { ...after, takenAt: nowMs, firstAt: nowMs } : after;
}
