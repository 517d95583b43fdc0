import { useSyncExternalStore } from 'react';
import type { ClockReading } from '../../shared/time/clock.ts';
import { useRoom } from './room-context.ts';

export { createWindowClock, STALE_MS, type WindowClock } from './window-clock.ts';

/** Main's clocks cut to the displayed second; draws the component again once a second. */
export function useNow(): ClockReading {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, clock.second);
}

/** Whether main's clock has not been heard for 12 s: the figures on the screen may be wrong. */
export function useClockStale(): boolean {
  const { clock } = useRoom();
  return useSyncExternalStore(clock.onSecond, clock.stale);
}
