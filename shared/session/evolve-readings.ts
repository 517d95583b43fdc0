import type { ReadingParts } from '../vitals/reading.ts';
import type { Folds, Moment } from './fold.ts';
import { sessionAt } from './life.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

function amendedReading(session: Session, readingId: string, change: (reading: ReadingState) => ReadingState): Session {
  return { ...session, readings: session.readings.map((r) => (r.readingId === readingId ? change(r) : r)) };
}

interface Entry {
  readonly readingId: string;
  readonly parts: ReadingParts | null;
  readonly notObtained: string | null;
  readonly dueId: string | null;
  readonly typedAt?: number;
}

function newReading(session: Session, entry: Entry, moment: Moment): Session {
  const reading: ReadingState = {
    ...entry,
    seq: moment.seq,
    takenAt: moment.at,
    lifeMs: moment.lifeMs,
    sessionMs: sessionAt(session, moment.lifeMs),
    author: moment.author,
    originals: [],
    withdrawn: null,
  };
  return { ...session, readings: [...session.readings, reading] };
}

/** A reading that counts for nothing from now on; a baseline among them is none any more. */
export function withdrawn(session: Session, readingId: string, reason: string): Session {
  const changed = amendedReading(session, readingId, (reading) => ({ ...reading, withdrawn: reason }));
  return changed.baselineId === readingId ? { ...changed, baselineId: null } : changed;
}

/** What readings do to a session. */
export const readingFolds: Folds<'readingTaken' | 'readingNotObtained' | 'readingAmended' | 'readingWithdrawn'> = {
  readingTaken: (session, { readingId, parts, dueId, typedAt }, moment) =>
    newReading(
      session,
      { readingId, parts, notObtained: null, dueId, ...(typedAt === undefined ? {} : { typedAt }) },
      moment,
    ),
  readingNotObtained: (session, { readingId, reason, dueId }, moment) =>
    newReading(session, { readingId, parts: null, notObtained: reason, dueId }, moment),
  readingAmended: (session, { readingId, parts, takenAt, reason }) =>
    amendedReading(session, readingId, (reading) => {
      const lifeMs = reading.lifeMs + (takenAt - reading.takenAt);
      const before = reading.parts === null ? [] : [{ parts: reading.parts, takenAt: reading.takenAt, reason }];
      const originals = [...reading.originals, ...before];
      return {
        ...reading,
        parts,
        notObtained: null,
        takenAt,
        lifeMs,
        sessionMs: sessionAt(session, lifeMs),
        originals,
      };
    }),
  readingWithdrawn: (session, { readingId, reason }) => withdrawn(session, readingId, reason),
};
