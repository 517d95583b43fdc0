import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { Nurse } from '../helpers/nurse.ts';
import { clockSettings, startedPractice } from '../helpers/practice.ts';
import { calm } from '../helpers/session-builder.ts';
import { dataFolder, openThrough } from './opened.ts';
import { summarise, type BenchResult } from './result.ts';

const RATE = 120;
const MINUTE = 60_000;
/** A look at the memory each so many session minutes, over the infusion and half an hour of its overtime. */
const EVERY_MIN = 8;
const LOOKS = 10;
const PUSH_GOAL_BYTES = 4096;
/** The page's heap at the end against the third look, when everything was loaded. */
const GROWTH_GOAL = 1.1;

/** Notes the longest push from now on, in bytes. */
async function notePushes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { stillroom } = globalThis as unknown as {
      stillroom: { onPush: (listener: (message: string) => void) => () => void };
    };
    const noted = globalThis as unknown as { longestPush: number };
    noted.longestPush = 0;
    stillroom.onPush((message) => {
      noted.longestPush = Math.max(noted.longestPush, new TextEncoder().encode(message).length);
    });
  });
  return async () => page.evaluate(() => (globalThis as unknown as { longestPush: number }).longestPush);
}

/** What the page holds after everything that can be let go is gone, MB. */
async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** A session at 120 times its pace, with a reading and an event at every look: pushes and memory. */
export async function hourRows(display: string): Promise<readonly BenchResult[]> {
  const data = dataFolder();
  const clock = clockSettings(Date.now(), new Date().setHours(13, 0, 0, 0), RATE);
  const app = await openThrough('app', { userData: data.userData, env: { STILLROOM_CLOCK: clock }, display });
  try {
    const practice = await startedPractice(new Nurse(app.page));
    const longest = await notePushes(app.page);
    const cdp = await app.page.context().newCDPSession(app.page);
    const heaps: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      await pause((EVERY_MIN * MINUTE) / RATE);
      const hello = await practice.nurse.request('hello', {});
      if (!hello.ok) throw new Error(hello.code);
      const takenAt = Math.round(hello.data.clock.wallMs);
      const given = { ...calm, systolic: 118 + look };
      await practice.do({ type: 'takeReading', readingId: `hour-${look}`, parts: given, takenAt, confirmed: [] });
      await practice.do({ type: 'mark', markId: `mark-${look}`, kind: 'nausea', note: null, agoMs: 0 });
      heaps.push(await heapOf(cdp));
    }
    const push = await longest();
    const growth = (heaps.at(-1) ?? 0) / (heaps[2] ?? 1);
    return [
      summarise({
        ...{ name: `bedside: largest live push over ${EVERY_MIN * LOOKS} session minutes`, unit: 'bytes' },
        ...{ samples: [push], peers: {}, goal: `< ${PUSH_GOAL_BYTES}`, met: (p50) => p50 < PUSH_GOAL_BYTES },
      }),
      summarise({
        name: `bedside: room page's heap at ${RATE}x, each ${EVERY_MIN} minutes (end against third look: ${growth.toFixed(3)} x)`,
        ...{ unit: 'MB', samples: heaps, peers: {} },
        ...{ goal: `end at most ${GROWTH_GOAL} x the third look`, met: () => growth <= GROWTH_GOAL },
      }),
    ];
  } finally {
    await app.end();
    data.remove();
  }
}
