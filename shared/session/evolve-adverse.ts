import type { AdverseState } from './adverse-state.ts';
import type { Folds } from './fold.ts';
import type { Session } from './state.ts';

function changed(session: Session, adverseId: string, change: (one: AdverseState) => Partial<AdverseState>): Session {
  const adverse = session.adverse.map((one) => (one.adverseId === adverseId ? { ...one, ...change(one) } : one));
  return { ...session, adverse };
}

/** Adverse events, what became of them, who was told. */
export const adverseFolds: Folds<
  'adverseEventNoted' | 'adverseOutcomeNoted' | 'adverseEventTold' | 'adverseEventWithdrawn'
> = {
  adverseEventNoted: (session, { adverseId, severity, what, markId }, { seq, at, lifeMs, author }) => {
    const later = { outcome: null, outcomeNote: null, told: [], withdrawn: null };
    const noted: AdverseState = { adverseId, seq, at, lifeMs, author, severity, what, markId, ...later };
    return { ...session, adverse: [...session.adverse, noted] };
  },
  adverseOutcomeNoted: (session, { adverseId, outcome, note }) =>
    changed(session, adverseId, () => ({ outcome, outcomeNote: note })),
  adverseEventTold: (session, { adverseId, who }, { at }) =>
    changed(session, adverseId, ({ told }) => ({ told: [...told, { who, at }] })),
  adverseEventWithdrawn: (session, { adverseId, reason }) => changed(session, adverseId, () => ({ withdrawn: reason })),
};
