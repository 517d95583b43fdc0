import type { Page } from 'playwright';
import { keysIn } from '../helpers/keys-in.ts';
import { Nurse } from '../helpers/nurse.ts';
import { startedPractice } from '../helpers/practice.ts';
import { dataFolder, openThrough } from './opened.ts';

declare global {
  interface Window {
    /** Milliseconds from each key to the frame that shows what it did. */
    keyLatencies?: number[];
  }
}

/** Two ways of typing a full reading by keyboard alone; `n` keeps one run's figures from being the last one's. */
export const ways = {
  'blood pressure, SpO2 and pulse, Enter after each': (n: number) => keysIn(`12${n % 10}⏎82⏎97⏎88⏎⏎`),
  'all parts, the fields going on by themselves': (n: number) => keysIn(`13${n % 10}8397881410⏎`),
} as const;

const RUNS = 10;

/** What one reading took: the keys, and the app's share of the time from each to the glass, in sum, ms. */
export interface TypedReading {
  readonly keys: number;
  readonly latencyMs: number;
}

/** Notes when each key came in and when the frame after it had been painted; for the last, when the empty fields had. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const latencies: number[] = [];
    window.keyLatencies = latencies;
    window.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        const painted = (done: () => boolean) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => (done() ? latencies.push(performance.now() - began) : painted(done));
            port2.postMessage(null);
          });
        const isSave = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
        // The fields come back once the reading is on disk.
        painted(() => !isSave || document.querySelector('[data-part=save]') !== null);
      },
      { capture: true },
    );
  });
}

async function typeOne(page: Page, keys: readonly string[]): Promise<TypedReading> {
  await page.getByRole('textbox', { name: /^Systolic/ }).focus();
  await page.evaluate(() => window.keyLatencies?.splice(0));
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction((count) => (window.keyLatencies?.length ?? 0) >= count, index + 1);
  }
  const latencies = await page.evaluate(() => window.keyLatencies ?? []);
  return { keys: keys.length, latencyMs: latencies.reduce((sum, one) => sum + one, 0) };
}

/** Types readings of each way into the built app, a practice session under way, until each is on disk. */
export async function typeReadings(): Promise<Readonly<Record<keyof typeof ways, readonly TypedReading[]>>> {
  const folder = dataFolder();
  try {
    const app = await openThrough('app', { userData: folder.userData, env: {}, display: null });
    await startedPractice(new Nurse(app.page));
    await listen(app.page);
    const found: Record<string, TypedReading[]> = {};
    for (const [way, keysOf] of Object.entries(ways)) {
      const runs: TypedReading[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await typeOne(app.page, keysOf(run)));
      found[way] = runs;
    }
    await app.end();
    return found as Record<keyof typeof ways, TypedReading[]>;
  } finally {
    folder.remove();
  }
}
