import { glassRows } from './bedside-glass.ts';
import { hourRows } from './bedside-hour.ts';
import { quietSession } from './cpu.bench.ts';
import { openDisplay } from './display.ts';
import type { Bench } from './result.ts';

/** The bedside: a reading to the glass, what the hour pushes and holds, and what it costs while nothing happens. */
export const bedsideBench: Bench = {
  name: 'bedside',
  run: async () => {
    const display = await openDisplay();
    try {
      return [...(await glassRows(display.name)), ...(await hourRows(display.name)), ...(await quietSession())];
    } finally {
      display.close();
    }
  },
};
