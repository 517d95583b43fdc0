import type { DueReading } from '../protocol/reading-plan.ts';
import type { Protocol } from '../protocol/schema.ts';
import { dueReadings, type DueStatus } from '../session/due.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';

/** How a reading of the schedule turned out. `missing`: nobody took it; `notObtained`: somebody said why there is none. */
export interface ReadingOutcome {
  readonly id: string;
  readonly from: DueReading['from'];
  readonly offsetMs: number;
  readonly outcome: 'onTime' | 'early' | 'late' | 'missing' | 'notObtained';
  /** How far from its moment it was taken, ms; 0 where it was not. */
  readonly byMs: number;
}

/**
 * Every reading of the schedule whose turn has come, in order. One that an early end or the patient's leaving overtook before
 * it was due is none; one that is still to come is none yet.
 */
export function readingOutcomes(session: Session, protocol: Protocol, now: ClockReading): readonly ReadingOutcome[] {
  const windows = new Map(protocol.dueReadings.map(({ id, windowMs }) => [id, windowMs]));
  return dueReadings(session, protocol, now).flatMap((due) => {
    const { id, from, offsetMs } = due;
    const found = outcomeOf(session, due, windows.get(id) ?? 0);
    return found === null ? [] : [{ id, from, offsetMs, ...found }];
  });
}

function outcomeOf(
  session: Session,
  due: DueStatus,
  windowMs: number,
): Pick<ReadingOutcome, 'outcome' | 'byMs'> | null {
  switch (due.state) {
    case 'upcoming':
    case 'soon':
    case 'due':
      return null;
    case 'late':
      return { outcome: 'missing', byMs: 0 };
    case 'notObtained':
      return { outcome: 'notObtained', byMs: 0 };
    case 'lapsed':
      return wasDue(session, due, windowMs) ? { outcome: 'missing', byMs: 0 } : null;
    case 'taken': {
      const taken = session.readings.find(({ readingId }) => readingId === due.readingId);
      const apartMs = (taken?.lifeMs ?? due.lifeMs) - due.lifeMs;
      if (Math.abs(apartMs) <= windowMs) return { outcome: 'onTime', byMs: Math.abs(apartMs) };
      return { outcome: apartMs > 0 ? 'late' : 'early', byMs: Math.abs(apartMs) };
    }
  }
}

/** Whether a lapsed reading ever was due: not after the patient had left, and not after the schedule of recovery had begun. */
function wasDue({ started, stopped, finished }: Session, { from, lifeMs }: DueStatus, windowMs: number): boolean {
  if (started === null || (from === 'recovery' && stopped === null)) return false;
  if (finished !== null && finished.lifeMs < lifeMs) return false;
  return from === 'recovery' || stopped === null || lifeMs - windowMs <= stopped.lifeMs;
}
