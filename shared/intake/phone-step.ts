import { feltReadingNear } from '../music/speak.ts';
import type { Protocol } from '../protocol/schema.ts';
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
/** Asked for in the middle of the hour, the phone is made ready first: the prompt for that stands this long, ms. */
export const PHONE_READY_MS = 60_000;

/** What is to be done about the phone now. The app cannot know what the phone does, and says so. */
export function phoneStepNow(session: Session, protocol: Protocol, now: ClockReading): PhoneStep {
  const { phase, settledIn } = session;
  if (phase === 'draft' || phase === 'preChecks') return settledIn ? 'start' : 'flight';
  if (feltReadingNear(session, protocol, now)) return 'softer';
  const nowLifeMs = lifeMs(session, now);
  const askedMs = nowLifeMs - askedLater(session);
  if (askedMs < PHONE_START_MS) return askedMs < PHONE_READY_MS ? 'flight' : 'start';
  if (phase === 'recovery' && !session.resting) return 'stop';
  const elapsedMs = sessionAt(session, nowLifeMs) ?? 0;
  return phase === 'infusing' && elapsedMs < PHONE_START_MS ? 'start' : 'on';
}

/** Life time, ms, at which the phone was asked for after the start; long past where it was chosen before. */
function askedLater({ intake, started }: Session): number {
  const { withoutLifeMs } = intake;
  return withoutLifeMs !== null && started !== null && withoutLifeMs > started.pressedLifeMs
    ? withoutLifeMs
    : -Infinity;
}
