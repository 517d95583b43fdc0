import type { Session } from '../../shared/session/state.ts';
import { DISAGREE_MS, shiftClock, type ClockReading } from '../../shared/time/clock.ts';
import type { Clock } from './clock.ts';

/** The clock of one practice session: the real one until somebody chooses another pace; ahead of it from then on. */
export interface PacedClock extends Clock {
  /** Runs `pace` times as fast as the real clock from now on, without a jump. */
  readonly setPace: (pace: number) => void;
}

/** Whether a look lies after one that was taken later: only a practice that ran faster than real time leaves such a one. */
function isAhead(lastSeen: ClockReading, now: ClockReading): boolean {
  const oneBoot = lastSeen.bootId === now.bootId;
  return (
    lastSeen.wallMs > now.wallMs + DISAGREE_MS || (oneBoot && lastSeen.monotonicMs > now.monotonicMs + DISAGREE_MS)
  );
}

/**
 * @param lastSeen the session's last sign of life. Where it lies ahead of the real clock, practice goes on from there: it
 *   stood while the app was away.
 */
export function pacedClock(real: Clock, lastSeen: ClockReading): PacedClock {
  const first = real.now();
  const stood = isAhead(lastSeen, first) ? lastSeen : null;
  let pace = 1;
  let paceSince = first.monotonicMs;
  let aheadMs = 0;
  const aheadAt = ({ monotonicMs }: ClockReading): number => aheadMs + (monotonicMs - paceSince) * (pace - 1);
  return {
    get rate() {
      return real.rate * pace;
    },
    now: () => {
      const now = real.now();
      const paced = shiftClock(now, aheadAt(now));
      if (stood === null) return paced;
      return {
        wallMs: paced.wallMs + stood.wallMs - first.wallMs,
        monotonicMs: paced.monotonicMs + stood.monotonicMs - first.monotonicMs,
        uptimeMs: paced.uptimeMs + stood.uptimeMs - first.uptimeMs,
        bootId: stood.bootId,
      };
    },
    recall: () => undefined,
    setPace: (next) => {
      const now = real.now();
      aheadMs = aheadAt(now);
      paceSince = now.monotonicMs;
      pace = next;
    },
  };
}

/** The clocks of all sessions of this PC. */
export interface SessionClocks {
  /** The clock of a session that is opened: practice has one of its own, so that its pace moves nobody else's time. */
  readonly begin: (session: Session, lastSeen: ClockReading) => Clock;
  /** Null where it is no open practice. */
  readonly paced: (sessionId: string) => PacedClock | null;
}

export function createSessionClocks(real: Clock): SessionClocks {
  const all = new Map<string, PacedClock>();
  return {
    begin: ({ sessionId, created }, lastSeen) => {
      if (!created.practice) return real;
      const clock = pacedClock(real, lastSeen);
      all.set(sessionId, clock);
      return clock;
    },
    paced: (sessionId) => all.get(sessionId) ?? null,
  };
}
