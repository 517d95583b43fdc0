import type { Protocol } from '../protocol/schema.ts';
import { isScheduled } from './due.ts';
import { proposalAt } from './proposals.ts';
import type { Session } from './state.ts';

/**
 * Whether no reading is added without a reason at a moment of life time (ms): as somebody set it in this session, else in
 * the protocol's quiet phase. Never before the start. Readings of the schedule stay due, and nothing is ever refused.
 */
export function isQuiet(session: Session, protocol: Protocol, lifeMs: number): boolean {
  const { started, finished, quiet } = session;
  if (started === null || finished !== null || lifeMs < started.lifeMs) return false;
  if (quiet !== null) return quiet.on;
  const phase = protocol.readingRules.quietPhase;
  const sinceMs = lifeMs - started.lifeMs;
  return phase !== null && sinceMs >= phase.fromMs && sinceMs < phase.toMs;
}

/** Whether a reading taken at a moment of life time is to be asked why: quiet, and neither due nor proposed then. */
export function isOutside(session: Session, protocol: Protocol, nowLifeMs: number, takenLifeMs: number): boolean {
  if (!isQuiet(session, protocol, takenLifeMs) || isScheduled(session, protocol, nowLifeMs, takenLifeMs)) return false;
  const proposal = proposalAt(session, protocol, takenLifeMs);
  return proposal === null || proposal.lifeMs > takenLifeMs;
}
