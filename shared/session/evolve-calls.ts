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
      ...{ takenBack: false, notReachedAt: null, answer: null },
    };
    return { ...session, calls: [...session.calls, call] };
  },
  doctorAnswered: (session, { callId, who, said, order }, { at }) =>
    changedCall(session, callId, () => ({
      answer: { who, said, at, order: order === null ? null : { text: order.text, signedBy: null } },
    })),
  doctorNotReached: (session, { callId }, { at }) => changedCall(session, callId, () => ({ notReachedAt: at })),
  callTakenBack: (session, { callId }) => changedCall(session, callId, () => ({ takenBack: true })),
  callOrderSigned: (session, { callId, staffId }) =>
    changedCall(session, callId, ({ answer }) =>
      answer === null || answer.order === null
        ? {}
        : { answer: { ...answer, order: { ...answer.order, signedBy: staffId } } },
    ),
};
