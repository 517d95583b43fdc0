import { latestParts } from '../../../../shared/session/latest-parts.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { measures, type Typed } from '../../../../shared/vitals/measures.ts';
import type { CuffPlace, Position, ReadingParts, Sedation, SymptomCode } from '../../../../shared/vitals/reading.ts';
import type { EntryProblem } from './entry-problems.ts';

/** What stands from reading to reading until somebody changes it. */
export interface Standing {
  readonly oxygenTenths: number | null;
  readonly position: Position | null;
  readonly arm: CuffPlace | null;
}

/** A reading on its way: what was typed stays as it was typed. Null: not entered. */
export interface ReadingEntry {
  readonly texts: Typed;
  readonly sedation: Sedation | null;
  /** None at all is an answer. */
  readonly symptoms: readonly SymptomCode[] | null;
  /** Oxygen, position and arm as they stand, and as they stood when the form was empty. */
  readonly standing: Standing;
  readonly stood: Standing;
  /** Epoch ms; null while nothing was entered. */
  readonly takenAt: number | null;
  /** The moment of the first digit, or of the reading that is amended: what "minutes earlier" counts from. */
  readonly firstAt: number | null;
  /** Epoch ms of the last key or press. */
  readonly touchedAt: number | null;
  /** What was pasted and not understood: nothing of it was taken. */
  readonly refusedPaste: string | null;
  /** It corrects a reading that stands already. */
  readonly amends: boolean;
  readonly stage: 'typing' | 'echo';
  readonly problems: readonly EntryProblem[];
}

/** A form in which nothing is entered; oxygen, position and arm stand as they did. */
export function emptyEntry(standing: Standing): ReadingEntry {
  return {
    texts: { systolic: '', diastolic: '', spo2: '', pulse: '', respirations: '' },
    sedation: null,
    symptoms: null,
    standing,
    stood: standing,
    takenAt: null,
    firstAt: null,
    touchedAt: null,
    refusedPaste: null,
    amends: false,
    stage: 'typing',
    problems: [],
  };
}

/** A form that nobody has come back to for longer than this asks whether it is still the same reading, ms. */
export const STALE_MS = 2 * 60_000;

/** Oxygen, position and arm as the readings so far leave them. */
export function standingOf(session: Session): Standing {
  const last = latestParts(session, Infinity, null);
  return {
    oxygenTenths: last?.oxygenTenths ?? null,
    position: last?.position ?? null,
    arm: last?.arm ?? null,
  };
}

const textOf = (value: number | null) => (value === null ? '' : String(value));

/** An entry filled with a reading that is to be amended. */
export function entryOf(parts: ReadingParts, takenAt: number): ReadingEntry {
  const { systolic, diastolic, spo2, pulse, respirations, sedation, oxygenTenths } = parts;
  const nowhere: Standing = { oxygenTenths: null, position: null, arm: null };
  return {
    ...emptyEntry(nowhere),
    texts: {
      systolic: textOf(systolic),
      diastolic: textOf(diastolic),
      spo2: textOf(spo2),
      pulse: textOf(pulse),
      respirations: textOf(respirations),
    },
    sedation,
    symptoms: parts.symptoms ?? null,
    standing: { oxygenTenths, position: parts.position ?? null, arm: parts.arm ?? null },
    takenAt,
    firstAt: takenAt,
    amends: true,
  };
}

/** Whether nothing was entered: what merely stands is no entry. */
export function isEmpty({ texts, sedation, symptoms, standing, stood }: ReadingEntry): boolean {
  const unchanged =
    standing.oxygenTenths === stood.oxygenTenths && standing.position === stood.position && standing.arm === stood.arm;
  return measures.every((field) => texts[field].trim() === '') && sedation === null && symptoms === null && unchanged;
}

/** Whether a half-filled form has been left alone so long that it may be another reading's. `rate`: of a practice's clock. */
export function isStale(entry: ReadingEntry, nowMs: number, rate: number): boolean {
  return !entry.amends && entry.touchedAt !== null && !isEmpty(entry) && nowMs - entry.touchedAt > STALE_MS * rate;
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** The reading that was typed; only for an entry without problems. An empty field stays empty. */
export function partsOf(entry: ReadingEntry): ReadingParts {
  const { texts, sedation, symptoms, standing } = entry;
  const { oxygenTenths, position, arm } = standing;
  return {
    systolic: numberOf(texts.systolic),
    diastolic: numberOf(texts.diastolic),
    spo2: numberOf(texts.spo2),
    pulse: numberOf(texts.pulse),
    respirations: numberOf(texts.respirations),
    sedation,
    oxygenTenths,
    ...(symptoms === null ? {} : { symptoms: [...symptoms] }),
    ...(position === null ? {} : { position }),
    ...(arm === null ? {} : { arm }),
  };
}
