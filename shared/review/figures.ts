import type { Protocol } from '../protocol/schema.ts';
import { standingAdverse } from '../session/adverse-state.ts';
import type { NextDecision } from '../session/sign-bodies.ts';
import type { Session } from '../session/state.ts';
import { readingOutcomes } from './outcomes.ts';
import { overAtOf } from './waits.ts';

/** What one session that is over adds to the statistics; times epoch ms. */
export interface SessionFigures {
  /** Null: not given. */
  readonly startedAt: number | null;
  readonly overAt: number | null;
  readonly signedAt: number | null;
  readonly early: boolean;
  /** Adverse events that stand. */
  readonly adverse: number;
  /** Readings of the schedule whose turn had come, and how many of them were taken within their window. */
  readonly due: number;
  readonly onTime: number;
  /** What the note for the next infusion says; `none`: none is to follow; null: nobody has signed. */
  readonly next: NextDecision | 'none' | null;
}

export function figuresOf(session: Session, protocol: Protocol): SessionFigures {
  const { started, stopped, signature, life } = session;
  const outcomes = started === null ? [] : readingOutcomes(session, protocol, life.at);
  return {
    startedAt: started?.at ?? null,
    overAt: overAtOf(session),
    signedAt: signature?.at ?? null,
    early: stopped?.early ?? false,
    adverse: standingAdverse(session).length,
    due: outcomes.length,
    onTime: outcomes.filter(({ outcome }) => outcome === 'onTime').length,
    next: signature === null ? null : (signature.next?.decision ?? 'none'),
  };
}
