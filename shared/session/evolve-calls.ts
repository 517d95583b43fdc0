import type { CallState } from './call-state.ts';
import type { Folds } from './fold.ts';
import type { Session } from './state.ts';

function changedCall(session: Session, callId: string, change: (call: CallState) => Partial<CallState>): Session {
  return {
    ...session,
    calls: session.calls.map((call) => (call.callId === callId ? { ...call, ...change(call) } : call)),
  };
}

/** Calls for a doctor, what was said, and who signed for it. */
export const callFolds: Folds<
  'doctorCalled' | 'doctorAnswered' | 'doctorNotReached' | 'callTakenBack' | 'callOrderSigned'
> = {
  doctorCalled: (session, { callId }, { seq, at, lifeMs, author }) => {
    const call: CallState = {
      ...{ callId, seq, at, lifeMs, author },
      ...{ takenBack: false, notReached: null, answer: null },
    };
    return { ...session, calls: [...session.calls, call] };
  },
  doctorAnswered: (session, { callId, who, said, order }, { at, lifeMs }) =>
    changedCall(session, callId, () => ({
      answer: { who, said, at, lifeMs, order: order === null ? null : { text: order.text, signedBy: null } },
    })),
  doctorNotReached: (session, { callId }, { at, lifeMs }) =>
    changedCall(session, callId, () => ({ notReached: { at, lifeMs } })),
  callTakenBack: (session, { callId }) => changedCall(session, callId, () => ({ takenBack: true })),
  callOrderSigned: (session, { callId, staffId }) =>
    changedCall(session, callId, ({ answer }) =>
      answer === null || answer.order === null
        ? {}
        : { answer: { ...answer, order: { ...answer.order, signedBy: staffId } } },
    ),
};
