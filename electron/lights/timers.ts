import { performance } from 'node:perf_hooks';
import type { Timers } from './port.ts';

/** The machine's time. Its timers do not hold the app open. */
export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};
