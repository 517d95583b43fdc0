import type { Timers } from '../lights/port.ts';
import type { SessionRunner } from './runner.ts';

/** Looks at the clock of sessions so that no cue waits for the next ordinary look. */
export interface OnTime {
  /** Looks now, and again at the moment of a cue that comes due before the next ordinary look. */
  readonly look: (runner: Pick<SessionRunner, 'tick' | 'settled' | 'nextCueMs'>) => void;
  readonly stop: () => void;
}

/** @param everyMs between two ordinary looks */
export function createOnTime(timers: Timers, everyMs: number): OnTime {
  let stopped = false;
  const look: OnTime['look'] = (runner) => {
    if (stopped) return;
    runner.tick();
    void runner.settled().then(() => {
      const ms = runner.nextCueMs;
      // A timer that wakes a little early finds the cue still to come, and sets the next.
      if (!stopped && ms !== null && ms < everyMs) timers.after(Math.ceil(ms), () => look(runner));
    });
  };
  return {
    look,
    stop: () => {
      stopped = true;
    },
  };
}
