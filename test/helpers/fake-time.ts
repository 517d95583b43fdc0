/** A clock that moves only when told, with its timers in order of time. */
export interface FakeTime {
  readonly now: () => number;
  readonly after: (ms: number, call: () => void) => () => void;
  readonly every: (ms: number, call: () => void) => () => void;
  /** Moves time on, running what comes due; promises get their turn after each timer. */
  readonly pass: (ms: number) => Promise<void>;
  /** The same without giving promises a turn. */
  readonly passNow: (ms: number) => void;
  /** Timers that wait. */
  readonly waiting: () => number;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

export function fakeTime(): FakeTime {
  let now = 0;
  let order = 0;
  const timers = new Set<Timer>();
  const after = (ms: number, call: () => void): (() => void) => {
    const timer = { at: now + ms, order: (order += 1), call };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const every = (ms: number, call: () => void): (() => void) => {
    let stopped = false;
    let cancel = (): void => undefined;
    const again = (): void => {
      cancel = after(ms, () => {
        call();
        if (!stopped) again();
      });
    };
    again();
    return () => {
      stopped = true;
      cancel();
    };
  };
  const runNext = (until: number): boolean => {
    const [next] = [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at || a.order - b.order);
    if (next === undefined) return false;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.call();
    return true;
  };
  /** Lets everything that only waits for promises go on. */
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after,
    every,
    pass: async (ms) => {
      const until = now + ms;
      await breathe();
      while (runNext(until)) await breathe();
      now = until;
    },
    passNow: (ms) => {
      const until = now + ms;
      while (runNext(until));
      now = until;
    },
    waiting: () => timers.size,
  };
}
