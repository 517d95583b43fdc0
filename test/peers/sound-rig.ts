import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import { serveMedia } from '../../electron/music/media.ts';
import { servePage } from '../../electron/windows/pages.ts';
import type { DesiredDeck, DesiredMusic, PlayerReport } from '../../shared/music/player-state.ts';
import { windows } from '../../tools/vite/renderer.ts';
import { findBrowser } from '../standin/browser/find.ts';
import { RATE, wav } from './sound-signal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built player page in a browser whose sound goes to a null sink of its own sound server, where it is recorded. */
export interface SoundRig {
  /** Gives the player its whole desired state, of the next generation. */
  readonly wish: (decks: readonly Partial<DesiredDeck>[], change?: Partial<DesiredMusic>) => Promise<void>;
  readonly reports: readonly PlayerReport[];
  readonly report: () => PlayerReport | undefined;
  /** Resolves once a report says so; fails after ten seconds. */
  readonly until: (holds: (report: PlayerReport) => boolean) => Promise<void>;
  /** Lets real time pass: what is tested is real sound. */
  readonly listen: (ms: number) => Promise<void>;
  /** What was heard from `fromMs` to `toMs` of the recording. */
  readonly heard: (fromMs: number, toMs: number) => Float32Array;
  /** How much was recorded so far, ms. */
  readonly recordedMs: () => number;
  /** Errors and refusals that the page complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** @param files name to mono samples, the music that there is */
export async function openSoundRig(files: ReadonlyMap<string, Float32Array>): Promise<SoundRig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-sound-'));
  for (const [name, samples] of files) writeFileSync(path.join(folder, name), wav(samples));
  await build({ ...windows({ root, out: folder }, ['player.html']), logLevel: 'error' });
  const close = closer();
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  try {
    return await open(folder, files, close);
  } catch (problem) {
    await close.all();
    throw problem;
  }
}

/** What was opened, to be closed in the opposite order. */
function closer() {
  const open: (() => unknown)[] = [];
  return {
    add: (end: () => unknown) => void open.unshift(end),
    all: async () => {
      for (const end of open.splice(0)) await end();
    },
  };
}

async function open(
  folder: string,
  files: ReadonlyMap<string, Float32Array>,
  close: ReturnType<typeof closer>,
): Promise<SoundRig> {
  const pulse = await startPulse(folder, close);
  const server = await serve(folder, files);
  close.add(() => server.close());
  const recorder = record(pulse);
  close.add(() => stop(recorder.process));
  const browser = await openBrowser(pulse);
  close.add(() => browser.close());
  const page = await openPlayer(browser, (server.address() as AddressInfo).port);
  let generation = 0;
  return {
    ...page,
    wish: async (decks, change = {}) => {
      const desired = {
        generation: (generation += 1),
        decks: decks.map(deckOf),
        releaseMs: 8000,
        preload: null,
        rate: 1,
        ...change,
      };
      await page.push(desired);
    },
    until: async (holds) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const last = page.report();
        if (last !== undefined && last.generation === generation && holds(last)) return;
        await pause(50);
      }
      throw new Error(`The player never said so: ${JSON.stringify(page.report())} ${page.complaints.join(' ')}`);
    },
    listen: pause,
    heard: recorder.heard,
    recordedMs: recorder.ms,
    close: close.all,
  };
}

function deckOf(deck: Partial<DesiredDeck>): DesiredDeck {
  const file = deck.file ?? '';
  return { playId: 1, trackId: file, file, positionMs: 0, durationMs: 60_000, gain: 1, fadeMs: 1000, ...deck };
}

/** Ends a process and waits until it is gone: what is still running still writes. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.kill()) return;
  await once(child, 'exit');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

interface Pulse {
  readonly env: NodeJS.ProcessEnv;
}

/** A sound server of our own, with one sink that plays to nobody. */
async function startPulse(folder: string, close: ReturnType<typeof closer>): Promise<Pulse> {
  const home = path.join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const socket = path.join(folder, 'pulse');
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_SINK: 'probe',
    PULSE_LATENCY_MSEC: '300',
  };
  const server = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--disable-shm=yes',
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { env, stdio: 'ignore' },
  );
  close.add(() => stop(server));
  for (let tries = 0; tries < 200 && !existsSync(socket); tries += 1) await pause(50);
  const sink = spawnSync(
    'pactl',
    ['load-module', 'module-null-sink', 'sink_name=probe', `rate=${RATE}`, 'channels=1', 'format=float32le'],
    { env },
  );
  if (sink.status !== 0) throw new Error(`No sound server: ${String(sink.stderr)}`);
  return { env };
}

function record({ env }: Pulse) {
  const parts: Buffer[] = [];
  const recorder = spawn(
    'parec',
    ['-d', 'probe.monitor', '--format=float32le', `--rate=${RATE}`, '--channels=1', '--raw', '--latency-msec=20'],
    {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let bytes = 0;
  recorder.stdout.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
  });
  return {
    process: recorder,
    ms: () => (bytes / 4 / RATE) * 1000,
    heard: (fromMs: number, toMs: number) => {
      const all = Buffer.concat(parts);
      const at = (ms: number): number => Math.min(Math.floor((ms / 1000) * RATE), Math.floor(all.length / 4)) * 4;
      const cut = all.subarray(at(fromMs), at(toMs));
      return new Float32Array(cut.buffer.slice(cut.byteOffset, cut.byteOffset + cut.length));
    },
  };
}

/** The built pages and the media handler of the app on a port of this machine. */
async function serve(folder: string, files: ReadonlyMap<string, Float32Array>): Promise<Server> {
  const answer = async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    // Browsers ask for a picture of every page; Electron does not.
    if (url.pathname === '/favicon.ico') return void out.writeHead(204).end();
    const range = message.headers.range;
    const request = new Request(url, {
      method: message.method ?? 'GET',
      ...(range === undefined ? {} : { headers: { range } }),
    });
    const response = url.pathname.startsWith('/media/')
      ? await serveMedia(request, (file) => (files.has(file) ? path.join(folder, file) : null))
      : await servePage(path.join(folder, 'renderer'), url.pathname);
    out.writeHead(response.status, Object.fromEntries(response.headers));
    out.end(Buffer.from(await response.arrayBuffer()));
  };
  const server = createServer((message, out) => void answer(message, out));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function openBrowser({ env }: Pulse): Promise<Browser> {
  const found = findBrowser();
  if (found === null) throw new Error('No browser to play with');
  return chromium.launch({
    executablePath: found.path,
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    ignoreDefaultArgs: ['--mute-audio'],
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** Opens the page with a bridge that answers as main does. */
async function openPlayer(browser: Browser, port: number) {
  const reports: PlayerReport[] = [];
  const complaints: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (line) => ['error', 'warning'].includes(line.type()) && complaints.push(`${line.text()} ${line.location().url}`),
  );
  await page.exposeFunction('testRequest', (text: string) => {
    const { name, args } = JSON.parse(text) as { name: string; args: PlayerReport };
    if (name === 'player.report') reports.push(args);
    return JSON.stringify({ ok: true, seq: null, data: {} });
  });
  await page.addInitScript(() => {
    const scope = window as unknown as Record<string, unknown>;
    const listeners = new Set<(text: string) => void>();
    scope['testPush'] = (text: string) => listeners.forEach((listener) => listener(text));
    scope['stillroom'] = {
      request: (text: string) => (scope['testRequest'] as (text: string) => Promise<string>)(text),
      onPush: (listener: (text: string) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  await page.goto(`http://127.0.0.1:${port}/player.html`);
  return {
    reports,
    complaints,
    report: () => reports.at(-1),
    push: (desired: DesiredMusic) =>
      page.evaluate(
        (text) => (window as unknown as { testPush: (text: string) => void }).testPush(text),
        JSON.stringify({ name: 'music', data: desired }),
      ),
  };
}
