import type { Timers } from '../port.ts';

/** Frames on absolute deadlines. */
export interface FrameClock {
  /** A packet went out between two frames: the next deadline is left out where it would follow too closely. */
  readonly wentOut: () => void;
  readonly stop: () => void;
}

/**
 * Calls `frame` so many times a second with the moment it is for. Deadlines count from the first one, so nothing drifts;
 * what comes late is not made up for: a deadline that passed, or lies within half a frame of the last packet, is left out.
 */
export function startFrames(timers: Timers, perSecond: number, frame: (at: number) => void): FrameClock {
  const frameMs = 1000 / perSecond;
  let last = timers.now();
  // The grid begins where a timer really woke: system timers wake at whole milliseconds, and a grid that lies between
  // two of them would be met now by the one before, now by the one after.
  let begun: number | null = null;
  let number = 0;

  const wake = (): void => {
    const now = timers.now();
    begun ??= now;
    const at = Math.max(now, begun + number * frameMs);
    if (now - last >= frameMs / 2) {
      last = now;
      frame(at);
    }
    number = Math.max(number, Math.floor((timers.now() - begun) / frameMs)) + 1;
    wait(begun + number * frameMs - timers.now());
  };
  let cancel = (): void => undefined;
  const wait = (ms: number): void => {
    cancel = timers.after(Math.max(0, Math.round(ms)), wake);
  };
  wait(frameMs);
  return {
    wentOut: () => {
      last = timers.now();
    },
    stop: () => cancel(),
  };
}
