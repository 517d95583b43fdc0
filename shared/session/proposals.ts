import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { isOvertaken } from './attention.ts';
import { dueReadings, isOpen } from './due.ts';
import { lifeMs } from './life.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/** A reading outside of the schedule that there is a reason for. It is proposed, never put into the schedule. */
export interface Proposal {
  readonly why: 'afterRed' | 'afterPause';
  /** Moment on the life axis, and from now, ms; negative once it has passed. */
  readonly lifeMs: number;
  readonly dueInMs: number;
}

/** Entries since a moment that count, also those that say why there is no value. */
function since(session: Session, fromLifeMs: number): ReadingState[] {
  return session.readings.filter((reading) => reading.withdrawn === null && reading.lifeMs >= fromLifeMs);
}

/** The pump has stood for so long that a reading comes before it runs again. */
function afterPause(session: Session, protocol: Protocol): number | null {
  const { pause } = session;
  if (pause === null || since(session, pause.lifeMs).length > 0) return null;
  return pause.lifeMs + protocol.readingRules.afterPauseMs;
}

/** Whether the pump has stood for so long without a reading that one comes first, whatever else asks for one then. */
export function readingBeforeResume(session: Session, protocol: Protocol, nowLifeMs: number): boolean {
  const at = afterPause(session, protocol);
  return at !== null && at <= nowLifeMs;
}

/** A repeat of the last red reading, at the clinic's interval after it, until there is a later one. */
function afterRed(session: Session, protocol: Protocol): number | null {
  const { repeatAfterRedMs } = protocol.readingRules;
  if (repeatAfterRedMs === null) return null;
  const red = session.raised.filter((band) => band.level === 'red' && !isOvertaken(session, protocol, band));
  const moments = red.flatMap(({ readingId }) => {
    const reading = session.readings.find((one) => one.readingId === readingId);
    return reading === undefined ? [] : [{ readingId, lifeMs: reading.lifeMs }];
  });
  const last = moments.toSorted((a, b) => a.lifeMs - b.lifeMs).at(-1);
  if (last === undefined || since(session, last.lifeMs).some(({ readingId }) => readingId !== last.readingId)) {
    return null;
  }
  return last.lifeMs + repeatAfterRedMs;
}

/**
 * The reading that is proposed now or next; null for none. None where the schedule has one open then anyway: nobody is
 * woken twice.
 */
export function readingProposal(session: Session, protocol: Protocol, now: ClockReading): Proposal | null {
  const nowLifeMs = lifeMs(session, now);
  const first = proposalAt(session, protocol, nowLifeMs);
  if (first === null) return null;
  const isPlanned = dueReadings(session, protocol, now).some((due) => {
    const windowMs = protocol.dueReadings.find(({ id }) => id === due.id)?.windowMs ?? 0;
    const isNear = Math.abs(due.lifeMs - first.lifeMs) <= windowMs && (isOpen(due) || due.state === 'upcoming');
    return isNear || (isOpen(due) && first.dueInMs <= 0);
  });
  return isPlanned ? null : first;
}

/** The first of what there is a reason for, seen from a moment of life time (ms), whatever the schedule has; null for none. */
export function proposalAt(session: Session, protocol: Protocol, nowLifeMs: number): Proposal | null {
  if (session.phase !== 'infusing' && session.phase !== 'overtime' && session.phase !== 'recovery') return null;
  const found = (
    [
      ['afterPause', afterPause(session, protocol)],
      ['afterRed', afterRed(session, protocol)],
    ] as const
  ).flatMap(([why, at]) => (at === null ? [] : [{ why, lifeMs: at, dueInMs: at - nowLifeMs }]));
  return found.toSorted((a, b) => a.lifeMs - b.lifeMs)[0] ?? null;
}
