import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright';
import { keysIn } from '../helpers/keys-in.ts';
import { Nurse } from '../helpers/nurse.ts';
import { startedPractice } from '../helpers/practice.ts';
import { dataFolder, openThrough } from './opened.ts';

declare global {
  interface Window {
    /** Milliseconds from each key to the frame that shows what it did. */
    keyLatencies?: number[];
    /** Resolves once so many keys are on the glass. */
    keysShown?: (count: number) => Promise<void>;
  }
}

/** No two readings of a way are the same: that would be asked about. */
const units = (n: number) => 2 + Math.floor(n / 10);

/** Two ways of typing a full reading by keyboard alone; `n` keeps one run's figures from being the last one's. */
export const ways = {
  'blood pressure, SpO2 and pulse, Enter after each': (n: number) => keysIn(`12${n % 10}⏎8${units(n)}⏎97⏎88⏎⏎`),
  'all parts, the fields going on by themselves': (n: number) => keysIn(`13${n % 10}8${units(n)}97881410⏎`),
} as const;

const RUNS = 20;
const SEED = 20_261_122;

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
    let told = () => {};
    window.keysShown = async (count) => {
      while (latencies.length < count) await new Promise<void>((resolve) => (told = resolve));
    };
    const shown = (began: number) => {
      latencies.push(performance.now() - began);
      told();
    };
    window.addEventListener(
      'keydown',
      (event) => {
        const began = event.timeStamp;
        const painted = (done: () => boolean) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => (done() ? shown(began) : painted(done));
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

/** Resting between two keys, ms: a nurse's own pace, which has nothing to do with the beat of the display. */
const REST_MS = { least: 60, most: 160 } as const;

/** The same pace in every run: a small generator (Park and Miller's), 0 to 1. */
function pace(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function typeKeys(page: Page, keys: readonly string[], random: () => number): Promise<TypedReading> {
  await page.evaluate(() => window.keyLatencies?.splice(0));
  for (const [index, key] of keys.entries()) {
    await rest(REST_MS.least + random() * (REST_MS.most - REST_MS.least));
    await page.keyboard.press(key);
    await page.evaluate((count) => window.keysShown?.(count), index + 1);
  }
  const latencies = await page.evaluate(() => window.keyLatencies ?? []);
  return { keys: keys.length, latencyMs: latencies.reduce((sum, one) => sum + one, 0) };
}

/** What as many keys cost on an empty page with one field: what display and browser take by themselves. */
async function typeOnBlankPage(keys: readonly string[]): Promise<readonly TypedReading[]> {
  const folder = dataFolder();
  try {
    const blank = await openThrough('blank', { userData: folder.userData, env: {}, display: null });
    await blank.page.setContent('<input autofocus>');
    await blank.page.locator('input').focus();
    await listen(blank.page);
    const random = pace(SEED);
    const runs: TypedReading[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await typeKeys(blank.page, keys, random));
    await blank.end();
    return runs;
  } finally {
    folder.remove();
  }
}

/** What was found of each way of typing, and of as many keys on an empty page. */
export interface TypedFound {
  readonly ways: ReadonlyMap<string, readonly TypedReading[]>;
  readonly blankPage: readonly TypedReading[];
}

/** Types readings of each way into the built app, a practice session under way, until each is on disk. */
export async function typeReadings(): Promise<TypedFound> {
  const folder = dataFolder();
  try {
    const app = await openThrough('app', { userData: folder.userData, env: {}, display: null });
    await startedPractice(new Nurse(app.page));
    await listen(app.page);
    const random = pace(SEED);
    const found = new Map<string, readonly TypedReading[]>();
    for (const [way, keysOf] of Object.entries(ways)) {
      const runs: TypedReading[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        await app.page.getByRole('textbox', { name: /^Systolic/ }).focus();
        runs.push(await typeKeys(app.page, keysOf(run), random));
      }
      found.set(way, runs);
    }
    await app.end();
    return { ways: found, blankPage: await typeOnBlankPage(keysIn('12345678901234')) };
  } finally {
    folder.remove();
  }
}
