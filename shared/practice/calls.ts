import type { Protocol } from '../protocol/schema.ts';
import { dueReadings } from '../session/due.ts';
import { lifeMs, lifeOfSession } from '../session/life.ts';
import { readingProposal } from '../session/proposals.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import { practiceFacts, planOf, sinceOf } from './facts.ts';
import { vomitsAt } from './incidents.ts';
import type { IncidentKind } from './scenario.ts';

/** What a nurse sees or hears by themselves; a high pressure and a bad cuff are found by measuring. */
const noticed: readonly IncidentKind[] = ['sick', 'pump', 'anxious', 'enough'];

/**
 * Whether something came up for the nurse after one moment of life time and up to now: the patient, the pump, a reading
 * that is due or proposed, zero. A practice at a faster pace goes back to the real one then.
 */
export function callsSince(session: Session, protocol: Protocol, fromLifeMs: number, now: ClockReading): boolean {
  const nowMs = lifeMs(session, now);
  const passed = (at: number | null): boolean => at !== null && at > fromLifeMs && at <= nowMs;
  const plan = planOf(session);
  const facts = practiceFacts(session);
  const happened =
    plan !== null &&
    (noticed.some((kind) => passed(sinceOf(plan, facts, kind, nowMs))) || passed(vomitsAt(plan, facts, nowMs)));
  const due =
    dueReadings(session, protocol, now).some(({ state, lifeMs: at }) => state === 'due' && passed(at)) ||
    passed(readingProposal(session, protocol, now)?.lifeMs ?? null);
  const zero = session.stopped === null && passed(lifeOfSession(session, session.plannedMs));
  return happened || (session.started !== null && (due || zero));
}
