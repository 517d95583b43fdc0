import type { Failure } from '../ipc/answer.ts';
import type { RaisedBand } from './attention-state.ts';
import { by, refused, type Rules } from './rule.ts';
import type { Session } from './state.ts';

/** The bands of a reading that nobody has answered yet; a refusal where there are none. */
function unanswered(session: Session, readingId: string): readonly RaisedBand[] | Failure {
  const raised = session.raised.filter((band) => band.readingId === readingId);
  if (raised.length === 0) return refused('band.unknown', {}, 'readingId');
  const open = raised.filter((band) => band.answer === null);
  return open.length === 0 ? refused('band.answered', {}, 'readingId') : open;
}

/** Answers to bands. */
export const attentionRules: Rules<'seeBand' | 'tellSymptoms' | 'actOnBand'> = {
  seeBand: (session, { readingId }, context) => {
    const open = unanswered(session, readingId);
    if ('ok' in open) return open;
    if (!open.some((band) => band.level === 'amber')) return refused('band.redNeedsAction', {}, 'readingId');
    return [by(session, context, { type: 'attentionSeen', readingId })];
  },
  tellSymptoms: (session, { readingId, symptoms }, context) => {
    const open = unanswered(session, readingId);
    if ('ok' in open) return open;
    if (open.some((band) => band.symptoms !== null)) return refused('band.answered', {}, 'readingId');
    const fields = [...new Set(open.flatMap((band) => band.fields))];
    return [by(session, context, { type: 'bandRaised', readingId, level: 'red', fields, symptoms })];
  },
  actOnBand: (session, { readingId, who, action }, context) => {
    const open = unanswered(session, readingId);
    return 'ok' in open ? open : [by(session, context, { type: 'attentionActed', readingId, who, action })];
  },
};
