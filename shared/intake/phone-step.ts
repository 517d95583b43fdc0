import { SPEAK_OFFER_MS } from '../music/speak.ts';
import type { Protocol } from '../protocol/schema.ts';
import { nextDue } from '../session/due.ts';
import { lifeMs, sessionAt } from '../session/life.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';

/** What staff do about music that plays from the patient's own phone, in the order of an hour. */
export type PhoneStep = 'flight' | 'start' | 'on' | 'softer' | 'stop';

/** What follows each. */
export const phoneAfter: Readonly<Record<PhoneStep, PhoneStep | null>> = {
  flight: 'start',
  start: 'on',
  on: 'softer',
  softer: 'on',
  stop: null,
};

/** Their music begins with the infusion: the prompt stands this long into it, ms of session time. */
export const PHONE_START_MS = 3 * 60_000;

/** What is to be done about the phone now. The app cannot know what the phone does, and says so. */
export function phoneStepNow(session: Session, protocol: Protocol, now: ClockReading): PhoneStep {
  const { phase, settledIn } = session;
  if (phase === 'draft' || phase === 'preChecks') return settledIn ? 'start' : 'flight';
  const due = nextDue(session, protocol, now);
  if (due !== null && due.state !== 'late' && due.dueInMs <= SPEAK_OFFER_MS) return 'softer';
  if (phase === 'recovery' && !session.resting) return 'stop';
  const elapsedMs = sessionAt(session, lifeMs(session, now)) ?? 0;
  return phase === 'infusing' && elapsedMs < PHONE_START_MS ? 'start' : 'on';
}
