import type { PushData } from '../../shared/ipc/contract.ts';
import { shiftClock, type ClockReading } from '../../shared/time/clock.ts';
import type { Client } from './client.ts';

/** Main sends the clock every 5 s; after this long (ms) without it the window says so. */
export const STALE_MS = 12_000;
const SECOND = 1_000;

/** Main's clocks as this window knows them, drawn on from the last push. */
export interface WindowClock {
  /** Main's clocks at this moment. Before the first push the window's own, and `stale`. */
  readonly now: () => ClockReading;
  readonly stale: () => boolean;
  /** Session time against real time: 1, or more in an accelerated practice. */
  readonly rate: () => number;
  /** Takes a clock that came with an answer instead of a push. */
  readonly set: (push: PushData<'clock'>) => void;
  /** `now` cut to the whole second; the same object until the second changes. */
  readonly second: () => ClockReading;
  /** Called once a second on the second, while anybody listens. */
  readonly onSecond: (listener: () => void) => () => void;
}

/** Makes the window's clock. `performanceNow`: milliseconds that never go back, and count while the window is hidden. */
export function createWindowClock(client: Pick<Client, 'onPush'>, performanceNow: () => number): WindowClock {
  let anchor: { readonly push: PushData<'clock'>; readonly at: number } | null = null;
  let shown: ClockReading | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();
  const first = performanceNow();
  const ownWall = Date.now();

  const now = (): ClockReading => {
    const at = performanceNow();
    if (anchor !== null) return shiftClock(anchor.push.clock, (at - anchor.at) * anchor.push.rate);
    return { wallMs: ownWall + at - first, monotonicMs: at, uptimeMs: at, bootId: 'window' };
  };
  const set = (push: PushData<'clock'>): void => {
    anchor = { push, at: performanceNow() };
  };
  const second = (): ClockReading => {
    if (timer === null || shown === null) shown = cutToSecond(now(), shown);
    return shown;
  };
  const tick = (): void => {
    shown = cutToSecond(now(), shown);
    timer = setTimeout(tick, untilNextSecond(now(), anchor?.push.rate ?? 1));
    for (const listener of listeners) listener();
  };
  client.onPush('clock', set);
  return {
    now,
    set,
    second,
    stale: () => anchor === null || performanceNow() - anchor.at > STALE_MS,
    rate: () => anchor?.push.rate ?? 1,
    onSecond: (listener) => {
      listeners.add(listener);
      if (timer === null) tick();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
  };
}

/** Whole seconds of the wall clock, so that every figure on the screen changes together and none is skipped. */
function cutToSecond(reading: ClockReading, shown: ClockReading | null): ClockReading {
  const cut = shiftClock(reading, -(((reading.wallMs % SECOND) + SECOND) % SECOND));
  return shown !== null && shown.wallMs === cut.wallMs && shown.bootId === cut.bootId ? shown : cut;
}

/** Real milliseconds to the next full second; an accelerated clock is drawn once a real second as well. */
function untilNextSecond(reading: ClockReading, rate: number): number {
  return rate === 1 ? SECOND - (reading.wallMs % SECOND) + 1 : SECOND;
}
