import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { dataFolder, openThrough, type Opened, type Which } from './opened.ts';
import { summarise, type Bench, type BenchResult } from './result.ts';

const RUNS = 7;

/** A room that has been set up, so that a start opens a record and asks who it is. */
async function setUpRoom(userData: string): Promise<void> {
  const app = await openThrough('app', { userData, env: {}, display: null });
  const nurse = new Nurse(app.page);
  await nurse.setUp();
  await app.end();
}

/** Until the first press is answered: on the app a name to sign in with, which gives way to the PIN pad. */
async function firstAnswer({ page }: Opened, which: Which): Promise<void> {
  const [press, answer] = which === 'app' ? [ALVAREZ.name, '1'] : ['press', 'answered'];
  await page.getByRole('button', { name: press }).click();
  await page.getByRole('button', { name: answer, exact: true }).waitFor();
}

/** From the spawned process to a window that has answered a press, ms. */
async function startOnce(which: Which, userData: string): Promise<number> {
  const begun = performance.now();
  const opened = await openThrough(which, { userData, env: {}, display: null });
  await firstAnswer(opened, which);
  const tookMs = performance.now() - begun;
  await opened.end();
  return tookMs;
}

/** The app and a blank page in turn, each on a folder that has been used before. */
async function startToUsable(): Promise<BenchResult> {
  const room = dataFolder();
  const blank = dataFolder();
  const app: number[] = [];
  const beside: number[] = [];
  try {
    await setUpRoom(room.userData);
    await startOnce('blank', blank.userData);
    for (let run = 0; run < RUNS; run += 1) {
      beside.push(await startOnce('blank', blank.userData));
      app.push(await startOnce('app', room.userData));
    }
  } finally {
    room.remove();
    blank.remove();
  }
  return summarise({
    name: 'start: process to usable room view, through the stand-in',
    unit: 'ms',
    samples: app,
    peers: { 'blank page': beside },
    goal: 'under 2 x the blank page',
    met: (_p50, _p99, ratio) => ratio !== null && ratio < 2,
  });
}

/** Start of the app beside the start of a blank page. */
export const startBench: Bench = { name: 'start', run: async () => [await startToUsable()] };
