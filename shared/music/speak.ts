import { can } from '../session/can.ts';
import { nextDue } from '../session/due.ts';
import type { Session } from '../session/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';

/** "Speak" is offered this long before a reading is due, ms. */
export const SPEAK_OFFER_MS = 60_000;

/** Whether a cuff reading is near enough to offer the music lowered, so that a voice or the cuff comes as no surprise. */
export function speakOffered(session: Session, protocol: Protocol, now: ClockReading): boolean {
  if (!can(session).lowerForVoice) return false;
  const due = nextDue(session, protocol, now);
  return due !== null && due.state !== 'late' && due.dueInMs <= SPEAK_OFFER_MS;
}
