import type { Folds } from './fold.ts';
import { withDecision } from './telephone-state.ts';

/** What the gate before the start does to a session. */
export const gateFolds: Folds<'baselineRestBegun' | 'cuffNoted' | 'gateDecided'> = {
  baselineRestBegun: (session, { restMs }, moment) => ({
    ...session,
    baselineRest: { fromLifeMs: moment.lifeMs, restMs },
  }),
  cuffNoted: (session, { readingId, cuff }) => ({ ...session, cuffs: { ...session.cuffs, [readingId]: cuff } }),
  gateDecided: (session, { readingId, decision, reason, by }, moment) => ({
    ...session,
    telephoned: withDecision(session.telephoned, { what: decision, seq: moment.seq, by, reason }),
    gateDecisions: [...session.gateDecisions, { readingId, decision, reason, by, at: moment.at }],
  }),
};
