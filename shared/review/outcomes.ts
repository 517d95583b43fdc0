import type { DueReading } from '../protocol/reading-plan.ts';
import type { Protocol } from '../protocol/schema.ts';
import { dueReadings, type DueStatus } from '../session/due.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';

/**
 * How a reading of the schedule turned out. `missing`: nobody took it; `partly`: some of it; `notObtained`: somebody said why
 * there is none.
 */
export interface ReadingOutcome {
  readonly id: string;
  readonly from: DueReading['from'];
  readonly offsetMs: number;
  readonly outcome: 'onTime' | 'early' | 'late' | 'missing' | 'partly' | 'notObtained';
  /** How far from its moment the last of it was taken, ms; 0 where it was not. */
  readonly byMs: number;
  /** What of it nobody entered nor gave a reason for; empty but for `partly`. */
  readonly missing: readonly AskedPart[];
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
    return found === null
      ? []
      : [{ id, from, offsetMs, missing: found.outcome === 'partly' ? due.missing : [], ...found }];
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
      return { outcome: due.partly ? 'partly' : 'missing', byMs: 0 };
    case 'notObtained':
      return { outcome: 'notObtained', byMs: 0 };
    case 'lapsed':
      if (due.partly) return { outcome: 'partly', byMs: 0 };
      return wasDue(session, due, windowMs) ? { outcome: 'missing', byMs: 0 } : null;
    case 'taken': {
      const apartMs = (due.doneLifeMs ?? due.lifeMs) - due.lifeMs;
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
