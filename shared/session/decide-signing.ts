import { by, invalid, refused, type Rules } from './rule.ts';
import { hasOwnOrder, signGaps, signOpen } from './sign-missing.ts';
import type { Session } from './state.ts';

/** Whether somebody's signature stands under the record already. */
function hasSigned({ signature, cosignatures }: Session, staffId: string): boolean {
  return [signature, ...cosignatures].some((one) => one?.staffId === staffId);
}

/** Commands about who stands behind a record. */
export const signingRules: Rules<'signSession' | 'cosignSession' | 'askCosign' | 'addAddendum' | 'answerLastNote'> = {
  signSession: (session, { staffId, meaning, next }, context) => {
    const [first, ...others] = signGaps(session);
    if (first !== undefined) return refused('sign.missing', { first, count: others.length + 1 });
    if (hasOwnOrder(session, staffId)) return refused('sign.ownOrder', {}, 'staffId');
    if (next !== null && next.decision !== 'goOn' && next.words === null) return invalid('sign.nextWords', 'next');
    const open = signOpen(session, context.protocol);
    return [by(session, context, { type: 'sessionSigned', staffId, meaning, next, open })];
  },
  cosignSession: (session, { staffId, meaning }, context) => {
    if (hasSigned(session, staffId)) return refused('sign.known', {}, 'staffId');
    return [by(session, context, { type: 'sessionCosigned', staffId, meaning })];
  },
  askCosign: (session, { staffId }, context) => {
    if (hasSigned(session, staffId)) return refused('sign.known', {}, 'staffId');
    if (session.cosignAsked.some((asked) => asked.staffId === staffId)) return refused('sign.asked', {}, 'staffId');
    return [by(session, context, { type: 'cosignAsked', staffId })];
  },
  addAddendum: (session, { addendumId, staffId, text }, context) =>
    session.addenda.some((addendum) => addendum.addendumId === addendumId)
      ? refused('sign.addendumKnown', {}, 'addendumId')
      : [by(session, context, { type: 'addendumAdded', addendumId, staffId, text })],
  answerLastNote: (session, { of, decided }, context) => [
    by(session, context, { type: 'lastNoteAnswered', of, decided }),
  ],
};
