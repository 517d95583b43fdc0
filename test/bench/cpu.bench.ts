import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { clockSettings, simulatedAt, startedPractice } from '../helpers/practice.ts';
import { closer, startSoundServer, type Closer } from '../peers/sound-server.ts';
import { openDisplay } from './display.ts';
import { dataFolder, openThrough, type Opened } from './opened.ts';
import { cpuMs, processesOf, showing, type BrowserProcesses } from './processes.ts';
import { summarise, type Bench, type BenchResult } from './result.ts';

/** Measured in windows of this length, ms, this often. */
const WINDOW_MS = 20_000;
const WINDOWS = 6;
/** Before measuring: fades, loading and compiling are over. */
const SETTLE_MS = 15_000;
/** The infusion is taken here at a quicker clock, session ms. */
const INTO_MS = 19 * 60_000;
const QUICK = 60;

/** What the audio element alone plays: Opus as the player's, any of the built-in tracks. */
const track = fileURLToPath(new URL('../../assets/music/shoreline/01-low-water.opus', import.meta.url));

/** Process ids by what they do. */
type Parts = Readonly<Record<string, readonly number[]>>;

type Env = Readonly<Record<string, string>>;

/**
 * A sound card that plays to nobody, asked for nothing a program would not ask a real one for. Without any, Chromium plays
 * into a stand-in of its own, which wakes more often than a card.
 */
async function soundCard(folder: string, close: Closer): Promise<Env> {
  const { env, plug } = await startSoundServer(folder, 'headphones', close);
  await plug('headphones', 2);
  const { PULSE_LATENCY_MSEC: _wished, ...usual } = env;
  return Object.fromEntries(Object.entries(usual).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A few readings of the hour, none of which asks anything. */
const hour = [
  { systolic: 124, diastolic: 78, spo2: 98, pulse: 76 },
  { systolic: 131, diastolic: 85, spo2: 97, pulse: 84 },
  { systolic: 128, diastolic: 82, spo2: 97, pulse: 80 },
] as const;

/**
 * A practice session in the middle of its infusion, on a clock that runs as a real one does: the nurse is signed in, what
 * the restart asked is answered, music plays, and chart and table have readings.
 */
async function midInfusion(userData: string, display: string, sound: Env): Promise<Opened> {
  const quick = clockSettings(Date.now(), new Date().setHours(13, 0, 0, 0), QUICK);
  const first = await openThrough('app', { userData, env: { ...sound, STILLROOM_CLOCK: quick }, display: null });
  await startedPractice(new Nurse(first.page));
  await pause(INTO_MS / QUICK);
  const leftAt = simulatedAt(quick, Date.now());
  await first.end();
  const real = clockSettings(Date.now(), leftAt, 1);
  const app = await openThrough('app', { userData, env: { ...sound, STILLROOM_CLOCK: real }, display });
  await everythingOn(new Nurse(app.page));
  return app;
}

async function everythingOn(nurse: Nurse): Promise<void> {
  await nurse.page.getByRole('timer').first().waitFor();
  const list = await nurse.request('staff.list', {});
  const staffId = list.ok ? list.data.staff.find(({ name }) => name === ALVAREZ.name)?.staffId : undefined;
  if (staffId === undefined) throw new Error('The nurse is not on the list');
  const signedIn = await nurse.request('staff.signIn', { staffId, pin: ALVAREZ.pin });
  if (!signedIn.ok) throw new Error(signedIn.code);
  const goOn = nurse.button('Go on');
  if (await goOn.isVisible()) await goOn.click();
  for (const vitals of hour) await nurse.reading(vitals);
}

/** The processes of the two browsers of an app; which is the window's is asked of their pages. */
async function browsersOf(
  app: Opened,
): Promise<{ readonly seen: BrowserProcesses; readonly unseen: BrowserProcesses }> {
  await app.window('player');
  const endpoints = await app.hooks.endpoints();
  const seen = await showing('room', endpoints);
  const unseen = await showing('player', endpoints);
  await app.disconnect();
  return { seen: await processesOf(seen), unseen: await processesOf(unseen) };
}

async function partsOf(app: Opened): Promise<Parts> {
  const { seen: room, unseen: player } = await browsersOf(app);
  return {
    main: [app.pid],
    'room renderer': room.renderers,
    'player renderer': player.renderers,
    'room browser and GPU': [...room.browser, ...room.gpu],
    'player browser and GPU': [...player.browser, ...player.gpu],
  };
}

async function blankParts(blank: Opened): Promise<Parts> {
  const { seen: page, unseen: audio } = await browsersOf(blank);
  return {
    main: [blank.pid],
    renderer: page.renderers,
    'browser and GPU': [...page.browser, ...page.gpu],
    'audio renderer': audio.renderers,
    'audio browser and GPU': [...audio.browser, ...audio.gpu],
  };
}

const used = (parts: Parts): readonly number[] =>
  Object.values(parts).map((pids) => pids.reduce((sum, pid) => sum + cpuMs(pid), 0));

/** Per cent of a core that each part took, in each window. */
async function measure(parts: Parts): Promise<Readonly<Record<string, readonly number[]>>> {
  const names = Object.keys(parts);
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  let before = used(parts);
  let begun = performance.now();
  for (let window = 0; window < WINDOWS; window += 1) {
    await pause(WINDOW_MS);
    const after = used(parts);
    const now = performance.now();
    names.forEach((name, index) =>
      samples.get(name)?.push((((after[index] ?? 0) - (before[index] ?? 0)) / (now - begun)) * 100),
    );
    before = after;
    begun = now;
  }
  return Object.fromEntries(samples);
}

const mean = (samples: readonly number[]): number => samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

type Goal = { readonly words: string; readonly met: (mean: number) => boolean };

/** Goals hold for the mean over the whole time, in per cent of a core. */
const under = (limit: number): Goal => ({ words: `mean under ${limit}`, met: (found) => found < limit });

function resultOf(
  name: string,
  samples: readonly number[],
  peers: Readonly<Record<string, readonly number[]>>,
  goal: Goal | null,
): BenchResult {
  return summarise({
    name: `cpu: ${name}, mid-infusion with music, ${(WINDOW_MS * WINDOWS) / 1000} s (mean ${mean(samples).toFixed(2)})`,
    unit: '% of a core',
    samples,
    peers,
    goal: goal?.words ?? null,
    met: () => goal?.met(mean(samples)) ?? null,
  });
}

export async function quietSession(): Promise<readonly BenchResult[]> {
  if (!existsSync('/proc/self/stat')) throw new Error('CPU of processes is read from /proc, which only Linux has.');
  const display = await openDisplay();
  const close = closer();
  const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-cpu-'));
  const sound = await soundCard(folder, close);
  const room = dataFolder();
  const empty = dataFolder();
  const opened: Opened[] = [];
  try {
    const app = await midInfusion(room.userData, display.name, sound);
    opened.push(app);
    const blank = await openThrough('blank', {
      userData: empty.userData,
      env: { ...sound, STILLROOM_BENCH_TRACK: track },
      display: display.name,
    });
    opened.push(blank);
    const parts = { ...prefixed('app', await partsOf(app)), ...prefixed('blank', await blankParts(blank)) };
    await pause(SETTLE_MS);
    const samples = await measure(parts);
    const of = (name: string): readonly number[] => samples[name] ?? [];
    const blankPage = (part: string) => ({ 'blank page': of(`blank ${part}`) });
    const audioAlone = (part: string) => ({ 'audio element alone': of(`blank audio ${part}`) });
    return [
      resultOf('main', of('app main'), blankPage('main'), under(0.5)),
      resultOf('room renderer', of('app room renderer'), blankPage('renderer'), under(1.5)),
      resultOf('player renderer', of('app player renderer'), audioAlone('renderer'), under(1.5)),
      resultOf('browser and GPU of the room', of('app room browser and GPU'), blankPage('browser and GPU'), null),
      resultOf('browser and GPU of the player', of('app player browser and GPU'), audioAlone('browser and GPU'), null),
    ];
  } finally {
    for (const one of opened) await one.end();
    display.close();
    await close.all();
    rmSync(folder, { recursive: true, force: true });
    room.remove();
    empty.remove();
  }
}

function prefixed(prefix: string, parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).map(([name, pids]) => [`${prefix} ${name}`, pids]));
}

/** What a quiet session costs, per process, beside an idle blank page and an audio element that plays by itself. */
export const cpuBench: Bench = { name: 'cpu', run: quietSession };
