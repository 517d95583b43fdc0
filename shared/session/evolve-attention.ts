import type { BandAnswer, RaisedBand } from './attention-state.ts';
import type { Author } from './event.ts';
import type { Folds, Moment } from './fold.ts';
import type { Session } from './state.ts';

/** One answer is for the reading it names and for those before it: nobody is asked twice about what they have seen. */
function answered(
  session: Session,
  readingId: string,
  levels: readonly RaisedBand['level'][],
  answer: BandAnswer,
): Session {
  const takenMs = (id: string): number => session.readings.find((r) => r.readingId === id)?.lifeMs ?? Infinity;
  const untilMs = takenMs(readingId);
  const isMeant = (band: RaisedBand): boolean =>
    band.readingId === readingId || (takenMs(band.readingId) <= untilMs && untilMs !== Infinity);
  return {
    ...session,
    raised: session.raised.map((band) =>
      band.answer === null && levels.includes(band.level) && isMeant(band) ? { ...band, answer } : band,
    ),
  };
}

function answerAt(kind: BandAnswer['kind'], who: string | null, action: string | null, moment: Moment): BandAnswer {
  return { kind, who, action, seq: moment.seq, at: moment.at, author: moment.author };
}

/** What bands, and the answers to them, do to a session. */
export const attentionFolds: Folds<'bandRaised' | 'attentionSeen' | 'attentionActed'> = {
  bandRaised: (session, { readingId, level, fields, symptoms }, moment) => ({
    ...session,
    raised: [...session.raised, { readingId, level, fields, symptoms, seq: moment.seq, at: moment.at, answer: null }],
  }),
  attentionSeen: (session, { readingId }, moment) =>
    answered(session, readingId, ['amber'], answerAt('seen', null, null, moment)),
  attentionActed: (session, { readingId, who, action }, moment) =>
    answered(session, readingId, ['amber', 'red'], answerAt('acted', who, action, moment)),
};

/** Answers of the locked screen that somebody signed for are theirs. */
export function claimedAnswers(raised: readonly RaisedBand[], seqs: readonly number[], author: Author): RaisedBand[] {
  return raised.map((band) =>
    band.answer !== null && seqs.includes(band.answer.seq) ? { ...band, answer: { ...band.answer, author } } : band,
  );
}

/** Answers and symptoms of the locked screen that nobody wants to have entered count for nothing. */
export function disownedAnswers(raised: readonly RaisedBand[], seqs: readonly number[]): RaisedBand[] {
  return raised
    .filter((band) => !seqs.includes(band.seq))
    .map((band) => (band.answer !== null && seqs.includes(band.answer.seq) ? { ...band, answer: null } : band));
}
