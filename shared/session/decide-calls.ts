import type { Failure } from '../ipc/answer.ts';
import { isWaiting, type CallState } from './call-state.ts';
import { by, refused, type Rules } from './rule.ts';
import { forThem, notTheirs } from './sign-for.ts';
import type { Session } from './state.ts';

function known(session: Session, callId: string): CallState | Failure {
  const call = session.calls.find((candidate) => candidate.callId === callId);
  if (call === undefined) return refused('call.unknown', {}, 'callId');
  return call.takenBack ? refused('call.takenBack', {}, 'callId') : call;
}

/** A call that nobody has answered yet, or why there is none. */
function waiting(session: Session, callId: string): CallState | Failure {
  const call = known(session, callId);
  if ('ok' in call || isWaiting(call)) return call;
  return refused('call.over', {}, 'callId');
}

/** Commands about calls for a doctor. */
export const callRules: Rules<'callDoctor' | 'answerCall' | 'missCall' | 'takeBackCall' | 'signCallOrder'> = {
  callDoctor: (session, { callId, agoMs }, context) =>
    session.calls.some((call) => call.callId === callId)
      ? refused('call.known', {}, 'callId')
      : [by(session, context, { type: 'doctorCalled', callId }, agoMs)],
  answerCall: (session, { type: _type, agoMs, ...answer }, context) => {
    const call = waiting(session, answer.callId);
    if ('ok' in call) return call;
    if (context.lifeMs - agoMs < call.lifeMs) return refused('call.order', {}, 'agoMs');
    return [by(session, context, { type: 'doctorAnswered', ...answer }, agoMs)];
  },
  missCall: (session, { callId }, context) => {
    const call = waiting(session, callId);
    return 'ok' in call ? call : [by(session, context, { type: 'doctorNotReached', callId })];
  },
  takeBackCall: (session, { callId }, context) => {
    const call = waiting(session, callId);
    return 'ok' in call ? call : [by(session, context, { type: 'callTakenBack', callId })];
  },
  signCallOrder: (session, { callId, staffId, instead }, context) => {
    const call = known(session, callId);
    if ('ok' in call) return call;
    const { answer } = call;
    if (answer === null || answer.order === null) return refused('call.noOrder', {}, 'callId');
    if (answer.order.signedBy !== null) return refused('call.signed', {}, 'callId');
    const problem = notTheirs(answer.who, staffId, instead);
    return (
      problem ?? [
        by(session, context, { type: 'callOrderSigned', callId, staffId, ...forThem(answer.who, staffId, instead) }),
      ]
    );
  },
};
