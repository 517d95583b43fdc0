import type { Failure } from '../ipc/answer.ts';
import type { AdverseState } from './adverse-state.ts';
import { by, refused, type Rules } from './rule.ts';
import type { Session } from './state.ts';

function standing(session: Session, adverseId: string): AdverseState | Failure {
  const found = session.adverse.find((candidate) => candidate.adverseId === adverseId);
  if (found === undefined) return refused('adverse.unknown', {}, 'adverseId');
  return found.withdrawn === null ? found : refused('adverse.withdrawn', {}, 'adverseId');
}

/** Commands about adverse events. */
export const adverseRules: Rules<
  'noteAdverseEvent' | 'noteAdverseOutcome' | 'tellAdverseEvent' | 'withdrawAdverseEvent'
> = {
  noteAdverseEvent: (session, { type: _type, agoMs, ...noted }, context) => {
    const isKnown = session.adverse.some(({ adverseId }) => adverseId === noted.adverseId);
    if (isKnown) return refused('adverse.known', {}, 'adverseId');
    const isLoose = noted.markId !== null && !session.marks.some(({ markId }) => markId === noted.markId);
    if (isLoose) return refused('mark.unknown', {}, 'markId');
    return [by(session, context, { type: 'adverseEventNoted', ...noted }, agoMs)];
  },
  noteAdverseOutcome: (session, { adverseId, outcome, note }, context) => {
    const found = standing(session, adverseId);
    // What was signed stays: then only an outcome that nobody had said yet.
    if (!('ok' in found) && session.signature !== null && found.outcome !== null)
      return refused('adverse.outcomeSigned', {}, 'adverseId');
    return 'ok' in found ? found : [by(session, context, { type: 'adverseOutcomeNoted', adverseId, outcome, note })];
  },
  tellAdverseEvent: (session, { adverseId, who, agoMs }, context) => {
    const found = standing(session, adverseId);
    return 'ok' in found ? found : [by(session, context, { type: 'adverseEventTold', adverseId, who }, agoMs)];
  },
  withdrawAdverseEvent: (session, { adverseId, reason }, context) => {
    const found = standing(session, adverseId);
    return 'ok' in found ? found : [by(session, context, { type: 'adverseEventWithdrawn', adverseId, reason })];
  },
};
