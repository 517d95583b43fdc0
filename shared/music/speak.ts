import { can } from '../session/can.ts';
import { readingCall } from '../session/reading-call.ts';
import type { Session } from '../session/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';

/** "Speak" is offered this long before a reading is due, ms. */
const SPEAK_OFFER_MS = 60_000;

/** What a patient feels or is asked; the rest is read off and counted in silence. */
const felt: ReadonlySet<AskedPart> = new Set(['pressure', 'sedation', 'symptoms']);

/** Whether a reading that the patient feels, of the schedule or proposed, is near: from a minute before it until it is late. */
export function feltReadingNear(session: Session, protocol: Protocol, now: ClockReading): boolean {
  const call = readingCall(session, protocol, now);
  if (call === null || call.state === 'late' || call.prominence === 'door') return false;
  const isFelt = call.missing.length === 0 || call.missing.some((part) => felt.has(part));
  return isFelt && call.dueInMs <= SPEAK_OFFER_MS;
}

/** Whether to offer the music lowered, so that a voice or the cuff comes as no surprise. */
export function speakOffered(session: Session, protocol: Protocol, now: ClockReading): boolean {
  return can(session).lowerForVoice && feltReadingNear(session, protocol, now);
}
