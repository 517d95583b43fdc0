import { useSyncExternalStore } from 'react';
import type { ClockReading } from '../../shared/time/clock.ts';
import { useRoom } from './room-context.ts';

export { createWindowClock, STALE_MS, type WindowClock } from './window-clock.ts';

/** Main's clocks cut to the displayed second; draws the component again once a second. */
export function useNow(): ClockReading {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, clock.second);
}

/**
 * What `read` makes of the displayed second. It is asked every second, and the component is drawn again only when the
 * answer is another one: for all that stands on the screen for hours and changes now and then.
 */
export function useSecond<T extends string | number | boolean | null>(read: (now: ClockReading) => T): T {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, () => read(clock.second()));
}

/** What `read` makes of the displayed second, drawn again only when its `key` is another: parts that tick show themselves. */
export function useSecondBy<T>(read: (now: ClockReading) => T, key: (value: T) => string): T {
  const { clock } = useRoom();
  useSyncExternalStore(clock.onSecond, () => key(read(clock.second())));
  return read(clock.second());
}

/** `read`, worked out once for each displayed second, however many ask. */
export function oncePerSecond<T>(read: (now: ClockReading) => T): (now: ClockReading) => T {
  let last: { readonly now: ClockReading; readonly value: T } | null = null;
  return (now) => {
    if (last === null || last.now !== now) last = { now, value: read(now) };
    return last.value;
  };
}

/** Whether main's clock has not been heard for 12 s: the figures on the screen may be wrong. */
export function useClockStale(): boolean {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, clock.stale);
}

/** Session time against real time: 1, or more in an accelerated practice. */
export function useRate(): number {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, clock.rate);
}
