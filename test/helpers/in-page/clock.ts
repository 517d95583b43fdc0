import { shiftClock, type ClockReading } from '../../../shared/time/clock.ts';

/** A clock that a test or a preview sets: it stands, or runs with the page's own at a rate, and can be moved on. */
export interface SettableClock {
  readonly now: () => ClockReading;
  /** Moves all clocks on together, as if nothing but time had passed. */
  readonly move: (ms: number) => void;
  readonly rate: number;
  /** Runs at another rate from now on. */
  readonly pace: (rate: number) => void;
}

/** @param wallMs where the wall clock begins, epoch ms. @param rate 0 stands still, 1 runs as the page does. */
export function settableClock(wallMs: number, rate: number, performanceNow: () => number): SettableClock {
  const first: ClockReading = { wallMs, monotonicMs: 1_000_000, uptimeMs: 1_000_000, bootId: 'boot-1' };
  let from = performanceNow();
  let runs = rate;
  let moved = 0;
  return {
    now: () => shiftClock(first, moved + (performanceNow() - from) * runs),
    move: (ms) => {
      moved += ms;
    },
    get rate() {
      return runs;
    },
    pace: (next) => {
      moved += (performanceNow() - from) * runs;
      from = performanceNow();
      runs = next;
    },
  };
}
