import { adverseFolds } from './evolve-adverse.ts';
import { attentionFolds, claimedAnswers, disownedAnswers } from './evolve-attention.ts';
import { awayFolds } from './evolve-away.ts';
import { callFolds } from './evolve-calls.ts';
import { careFolds } from './evolve-care.ts';
import { claimedMedicines, disownedMedicines, medicineFolds } from './evolve-medicines.ts';
import { claimedNotes, disownedNotes, pumpFolds } from './evolve-pump.ts';
import { gateFolds } from './evolve-gate.ts';
import { patientCopyFolds } from './evolve-patient-copies.ts';
import { preparationFolds } from './evolve-preparation.ts';
import { readingFolds, unexplained, withdrawn } from './evolve-readings.ts';
import { signingFolds } from './evolve-signing.ts';
import type { Folds } from './fold.ts';
import type { Session } from './state.ts';

/** A refused entry of the locked screen counts for nothing and stays in the record. */
function disowned(session: Session, seqs: readonly number[], reason: string): Session {
  const left: Session = { ...session, unsigned: session.unsigned.filter((seq) => !seqs.includes(seq)) };
  const readings = left.readings.filter((reading) => seqs.includes(reading.seq));
  const unread = readings.reduce<Session>((state, reading) => withdrawn(state, reading.readingId, reason), left);
  const struck = disownedNotes(disownedMedicines(unread, seqs), seqs, reason);
  return {
    ...struck,
    readings: unexplained(struck.readings, seqs),
    raised: disownedAnswers(struck.raised, seqs),
    marks: struck.marks.map((mark) => (seqs.includes(mark.seq) ? { ...mark, takenBack: true } : mark)),
    calls: struck.calls.map((call) => (seqs.includes(call.seq) ? { ...call, takenBack: true } : call)),
  };
}

const otherFolds: Folds<'claimed' | 'disowned' | 'doseRecorded' | 'ownWordsKept' | 'scored'> = {
  claimed: (session, { seqs }, { author }) => ({
    ...claimedNotes(claimedMedicines(session, seqs, author), seqs, author),
    unsigned: session.unsigned.filter((seq) => !seqs.includes(seq)),
    raised: claimedAnswers(session.raised, seqs, author),
    readings: session.readings.map((reading) => (seqs.includes(reading.seq) ? { ...reading, author } : reading)),
    marks: session.marks.map((mark) => (seqs.includes(mark.seq) ? { ...mark, author } : mark)),
    calls: session.calls.map((call) => (seqs.includes(call.seq) ? { ...call, author } : call)),
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
export const entryFolds = {
  ...preparationFolds,
  ...readingFolds,
  ...attentionFolds,
  ...gateFolds,
  ...careFolds,
  ...awayFolds,
  ...callFolds,
  ...medicineFolds,
  ...pumpFolds,
  ...patientCopyFolds,
  ...signingFolds,
  ...adverseFolds,
  ...otherFolds,
};
