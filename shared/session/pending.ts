import type { ClockReading } from '../time/clock.ts';
import { SESSION_BODY_VERSION, sessionStream, type Author, type NewSessionEvent, type SessionEvent } from './event.ts';
import type { SessionBody } from './event-bodies.ts';
import { evolve } from './evolve.ts';
import { lifeMs, sessionAt } from './life.ts';
import type { Session } from './state.ts';

export const APP: Author = { kind: 'app' };

/** A new event about the moment `agoMs` before `now`. */
export function newEvent(
  session: Session,
  body: SessionBody,
  author: Author,
  now: ClockReading,
  agoMs = 0,
): NewSessionEvent {
  const sessionMs = sessionAt(session, lifeMs(session, now) - agoMs);
  return { occurredAt: now.wallMs - agoMs, sessionMs, author, body };
}

/** The event as it will stand in the record, for looking ahead; `pc` is not known yet and plays no part in state. */
export function asRecorded(
  session: Session,
  event: NewSessionEvent,
  recordedAt: ClockReading,
  commandId: string | null = null,
): SessionEvent {
  return {
    ...event,
    stream: sessionStream(session.sessionId),
    seq: session.seq + 1,
    recordedAt,
    pc: '',
    commandId,
    version: SESSION_BODY_VERSION,
  };
}

/** The session as it will be once these events are recorded at `now`. */
export function ahead(session: Session, events: readonly NewSessionEvent[], now: ClockReading): Session {
  return events.reduce<Session>((state, event) => evolve(state, asRecorded(state, event, now)), session);
}
