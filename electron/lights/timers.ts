import process from 'node:process';
import type { Timers } from './port.ts';

/** The machine's time, of the clock whose whole milliseconds its timers count. They do not hold the app open. */
export const systemTimers: Timers = {
  now: () => {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1000 + nanoseconds / 1e6;
  },
  after: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};
