import { asRecorded } from '../../shared/session/pending.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { NewSessionEvent, SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import { DISAGREE_MS, elapsedBetween, type ClockReading } from '../../shared/time/clock.ts';

/** Facts that belong together, decided at their moment and refused by the disk: they wait to be written. */
export interface Held {
  /** Null for what the app saw for itself. */
  readonly commandId: string | null;
  /** The look at the clocks under which they were decided: the moment of the press. */
  readonly at: ClockReading;
  readonly events: readonly NewSessionEvent[];
}

/**
 * The facts as they are to be written at `now`: each is about the moment it always was about. Where the wall clock was
 * set meanwhile, that moment is told by the clock as it stands now, so that it stays as long ago as it is.
 */
export function asWrittenAt({ at, events }: Held, now: ClockReading): readonly NewSessionEvent[] {
  const setByMs = now.wallMs - at.wallMs - elapsedBetween(at, now);
  if (Math.abs(setByMs) < DISAGREE_MS) return events;
  return events.map((event) => ({ ...event, occurredAt: event.occurredAt + setByMs }));
}

/** A session that runs ahead of the disk, and the events it is ahead by, oldest first. */
export interface Ahead {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
}

/** The session as it will be once these facts are recorded at `at`. */
export function aheadBy(from: Ahead, held: Pick<Held, 'commandId' | 'events'>, at: ClockReading): Ahead {
  let { session } = from;
  const events = [...from.events];
  for (const fact of held.events) {
    const event = asRecorded(session, fact, at, held.commandId);
    session = evolve(session, event);
    events.push(event);
  }
  return { session, events };
}

/** Whether the first of these events are the held ones, as they came to lie in the record. */
export function isWritten({ commandId, events }: Held, written: readonly SessionEvent[]): boolean {
  if (events.length === 0 || written.length < events.length) return false;
  return events.every(
    ({ body }, index) =>
      written[index]?.commandId === commandId && JSON.stringify(written[index].body) === JSON.stringify(body),
  );
}
