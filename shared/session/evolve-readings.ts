import type { Folds, Moment } from './fold.ts';
import { sessionAt } from './life.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

function amendedReading(session: Session, readingId: string, change: (reading: ReadingState) => ReadingState): Session {
  return { ...session, readings: session.readings.map((r) => (r.readingId === readingId ? change(r) : r)) };
}

type Entry = Pick<
  ReadingState,
  'readingId' | 'parts' | 'notObtained' | 'notObtainedParts' | 'dueId' | 'typedAt' | 'outside'
>;

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

/** Reasons of the locked screen that nobody wants to have given are asked for again. */
export function unexplained(readings: readonly ReadingState[], seqs: readonly number[]): readonly ReadingState[] {
  return readings.map((reading) => {
    if (reading.explained === undefined || !seqs.includes(reading.explained.seq)) return reading;
    const { explained: _refused, ...kept } = reading;
    return kept;
  });
}

/** What readings do to a session. */
export const readingFolds: Folds<
  'readingTaken' | 'readingNotObtained' | 'readingAmended' | 'readingWithdrawn' | 'readingExplained' | 'quietSet'
> = {
  readingTaken: (session, { readingId, parts, dueId, typedAt, outside }, moment) =>
    newReading(
      session,
      {
        ...{ readingId, parts, notObtained: null, dueId },
        ...(typedAt === undefined ? {} : { typedAt }),
        ...(outside === undefined ? {} : { outside }),
      },
      moment,
    ),
  readingNotObtained: (session, { readingId, reason, dueId, parts }, moment) =>
    newReading(
      session,
      {
        ...{ readingId, parts: null, notObtained: reason, dueId },
        ...(parts === undefined ? {} : { notObtainedParts: parts }),
      },
      moment,
    ),
  readingAmended: (session, { readingId, parts, takenAt, reason }) =>
    amendedReading(session, readingId, (reading) => {
      const lifeMs = reading.lifeMs + (takenAt - reading.takenAt);
      const before = reading.parts === null ? [] : [{ parts: reading.parts, takenAt: reading.takenAt, reason }];
      const originals = [...reading.originals, ...before];
      const { notObtainedParts: _gone, ...kept } = reading;
      return {
        ...kept,
        parts,
        notObtained: null,
        takenAt,
        lifeMs,
        sessionMs: sessionAt(session, lifeMs),
        originals,
      };
    }),
  readingWithdrawn: (session, { readingId, reason }) => withdrawn(session, readingId, reason),
  readingExplained: (session, { readingId, reason }, { seq }) =>
    amendedReading(session, readingId, (reading) => ({ ...reading, explained: { reason, seq } })),
  quietSet: (session, { on }, { at, author }) => ({ ...session, quiet: { on, at, author } }),
};
