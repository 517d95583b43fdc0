import type { Timers } from '../port.ts';

/** Frames on absolute deadlines. */
export interface FrameClock {
  /** A packet went out between two frames: the next deadline is left out where it would follow too closely. */
  readonly wentOut: () => void;
  readonly stop: () => void;
}

/**
 * Calls `frame` so many times a second with the moment it is for. Deadlines count from the beginning, so nothing drifts;
 * what comes late is not made up for: a deadline that passed, or lies within half a frame of the last packet, is left out.
 */
export function startFrames(timers: Timers, perSecond: number, frame: (at: number) => void): FrameClock {
  const frameMs = 1000 / perSecond;
  const begun = timers.now();
  let last = begun;
  let number = 0;
  let cancel = (): void => undefined;

  const wake = (): void => {
    const now = timers.now();
    if (now - last >= frameMs / 2) {
      last = now;
      frame(Math.max(now, begun + number * frameMs));
    }
    toNext();
  };
  const toNext = (): void => {
    const now = timers.now();
    number = Math.max(number, Math.floor((now - begun) / frameMs)) + 1;
    // System timers count the whole milliseconds of this clock, from the one that has begun. Asked for so, each wakes in
    // the millisecond of its deadline whenever it was set; a remainder that is rounded would fall to either side of it.
    cancel = timers.after(Math.max(0, Math.ceil(begun + number * frameMs) - Math.floor(now)), wake);
  };
  toNext();
  return {
    wentOut: () => {
      last = timers.now();
    },
    stop: () => cancel(),
  };
}
