import { sessionAt } from './life.ts';
import type { Folds, Moment } from './fold.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { MarkState, ReadingState, Session } from './state.ts';

function amendedReading(session: Session, readingId: string, change: (reading: ReadingState) => ReadingState): Session {
  return { ...session, readings: session.readings.map((r) => (r.readingId === readingId ? change(r) : r)) };
}

function changedMark(session: Session, markId: string, change: Partial<MarkState>): Session {
  return { ...session, marks: session.marks.map((mark) => (mark.markId === markId ? { ...mark, ...change } : mark)) };
}

interface Entry {
  readonly readingId: string;
  readonly parts: ReadingParts | null;
  readonly notObtained: string | null;
  readonly dueId: string | null;
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

function withdrawn(session: Session, readingId: string, reason: string): Session {
  const changed = amendedReading(session, readingId, (reading) => ({ ...reading, withdrawn: reason }));
  return changed.baselineId === readingId ? { ...changed, baselineId: null } : changed;
}

function withoutOrderKeys(override: Session['override']): Session['override'] {
  return override === null
    ? null
    : { ...override, blockers: override.blockers.filter((key) => !key.startsWith('order')) };
}

/** A refused entry of the locked screen counts for nothing and stays in the record. */
function disowned(session: Session, seqs: readonly number[], reason: string): Session {
  const left: Session = { ...session, unsigned: session.unsigned.filter((seq) => !seqs.includes(seq)) };
  const readings = left.readings.filter((reading) => seqs.includes(reading.seq));
  const struck = readings.reduce<Session>((state, reading) => withdrawn(state, reading.readingId, reason), left);
  return {
    ...struck,
    marks: struck.marks.map((mark) => (seqs.includes(mark.seq) ? { ...mark, takenBack: true } : mark)),
  };
}

const preparationFolds: Folds<
  | 'checkAnswered'
  | 'wishesNoted'
  | 'orderEntered'
  | 'orderChecked'
  | 'baselineAccepted'
  | 'overridden'
  | 'telephoneOrderSigned'
> = {
  checkAnswered: (session, { list, itemId, answer, value }, moment) => {
    const { [itemId]: _before, ...others } = session.checks[list];
    const entry = answer === null ? {} : { [itemId]: { answer, value, at: moment.at, author: moment.author } };
    return { ...session, checks: { ...session.checks, [list]: { ...others, ...entry } } };
  },
  wishesNoted: (session, { intention, wishes }) => ({ ...session, intention, wishes }),
  orderEntered: (session, { order }, moment) => ({
    ...session,
    order: { order, enteredBy: moment.author, checkerId: null },
    override: withoutOrderKeys(session.override),
  }),
  orderChecked: (session, { checkerId }) => ({
    ...session,
    order: session.order === null ? null : { ...session.order, checkerId },
  }),
  baselineAccepted: (session, { readingId }) => ({ ...session, baselineId: readingId }),
  overridden: (session, { blockers, reason, by }, moment) => ({
    ...session,
    override: { blockers, reason, by, at: moment.at, signedBy: by.kind === 'prescriber' ? by.staffId : null },
  }),
  telephoneOrderSigned: (session, { staffId }) => ({
    ...session,
    override: session.override === null ? null : { ...session.override, signedBy: staffId },
  }),
};

const readingFolds: Folds<'readingTaken' | 'readingNotObtained' | 'readingAmended' | 'readingWithdrawn'> = {
  readingTaken: (session, { readingId, parts, dueId }, moment) =>
    newReading(session, { readingId, parts, notObtained: null, dueId }, moment),
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

const otherFolds: Folds<
  | 'marked'
  | 'markTakenBack'
  | 'markDetailed'
  | 'medicationGiven'
  | 'noted'
  | 'claimed'
  | 'disowned'
  | 'doseRecorded'
  | 'ownWordsKept'
  | 'scored'
> = {
  marked: (session, { markId, kind, note }, moment) => {
    const { seq, at, lifeMs, author } = moment;
    const mark: MarkState = {
      markId,
      seq,
      kind,
      at,
      lifeMs,
      note,
      severity: null,
      settled: false,
      takenBack: false,
      author,
    };
    return { ...session, marks: [...session.marks, mark] };
  },
  markTakenBack: (session, { markId }) => changedMark(session, markId, { takenBack: true }),
  markDetailed: (session, { markId, severity, settled, note }) => {
    const before = session.marks.find((mark) => mark.markId === markId);
    return changedMark(session, markId, { severity, settled, note: note ?? before?.note ?? null });
  },
  medicationGiven: (session, body, moment) => ({
    ...session,
    medications: [...session.medications, { ...body, at: moment.at, seq: moment.seq }],
  }),
  noted: (session) => session,
  claimed: (session, { seqs }, { author }) => ({
    ...session,
    unsigned: session.unsigned.filter((seq) => !seqs.includes(seq)),
    readings: session.readings.map((reading) => (seqs.includes(reading.seq) ? { ...reading, author } : reading)),
    marks: session.marks.map((mark) => (seqs.includes(mark.seq) ? { ...mark, author } : mark)),
  }),
  disowned: (session, { seqs, reason }) => disowned(session, seqs, reason),
  doseRecorded: (session, { mgGiven, mgDiscarded, witnessId }) => ({
    ...session,
    dose: { mgGiven, mgDiscarded, witnessId },
  }),
  ownWordsKept: (session, { text }) => ({ ...session, ownWords: [...session.ownWords, text] }),
  scored: (session, { scale, items, total, judgement }, moment) => ({
    ...session,
    score: { scale, items, total, judgement, at: moment.at },
  }),
};

/** What people enter: preparation, readings, marks, medicines, scores and who stands behind them. */
export const entryFolds = { ...preparationFolds, ...readingFolds, ...otherFolds };
