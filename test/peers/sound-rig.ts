import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import { FEATURES_OFF } from '../helpers/browser-features.ts';
import { serveMedia } from '../../electron/music/media.ts';
import { servePage } from '../../electron/windows/pages.ts';
import type { OutputOrder, OutputSeen, ProbeSound } from '../../shared/ipc/output.ts';
import type { DesiredDeck, DesiredMusic, PlayerReport } from '../../shared/music/player-state.ts';
import { windows } from '../../tools/vite/renderer.ts';
import { findBrowser } from '../standin/browser/find.ts';
import { startPipeWire } from './pipewire-server.ts';
import {
  closer,
  pause,
  startKeptSoundServer,
  startSoundServer,
  type Closer,
  type SoundServer,
} from './sound-server.ts';
import { wav } from './sound-signal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Name to mono samples (a WAV file is made of them) or to a whole file. */
export type Files = ReadonlyMap<string, Float32Array | Buffer>;

/** The sink that sound goes to unless something else is asked for. */
const USUAL = 'probe';

/** The built player page in a browser whose sound goes to null sinks of its own sound server, where it is recorded. */
export interface SoundRig {
  /** Gives the player its whole desired state, of the next generation. */
  readonly wish: (decks: readonly Partial<DesiredDeck>[], change?: Partial<DesiredMusic>) => Promise<void>;
  readonly reports: readonly PlayerReport[];
  readonly report: () => PlayerReport | undefined;
  /** Resolves once a report says so; fails after a minute. */
  readonly until: (holds: (report: PlayerReport) => boolean) => Promise<void>;
  /** Lets real time pass: what is tested is real sound. */
  readonly listen: (ms: number) => Promise<void>;
  /** What was heard from `fromMs` to `toMs` of the recording. */
  readonly heard: (fromMs: number, toMs: number) => Float32Array;
  /** How much was recorded so far, ms. */
  readonly recordedMs: () => number;
  /** Adds another sink, as if headphones were put in. */
  readonly plug: SoundServer['plug'];
  /** Says where to play, as main does. */
  readonly order: (order: OutputOrder) => Promise<void>;
  /** Has the player make a sound for staff. */
  readonly probe: (sound: ProbeSound) => Promise<void>;
  /** What the player told of the devices, with the moment (`performance.now()`), oldest first. */
  readonly seen: readonly (OutputSeen & { readonly at: number })[];
  /** Errors and refusals that the page complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

const servers = { pulseaudio: startSoundServer, pulseaudioKept: startKeptSoundServer, pipewire: startPipeWire };

/** @param files name to mono samples (a WAV file is made of them) or to a whole file: the music that there is */
export async function openSoundRig(files: Files, server: keyof typeof servers = 'pulseaudio'): Promise<SoundRig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-sound-'));
  for (const [name, sound] of files)
    writeFileSync(path.join(folder, name), sound instanceof Float32Array ? wav(sound) : sound);
  await build({ ...windows({ root, out: folder }, ['player.html']), logLevel: 'error' });
  const close = closer();
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  try {
    return await open(folder, files, close, servers[server]);
  } catch (problem) {
    await close.all();
    throw problem;
  }
}

async function open(folder: string, files: Files, close: Closer, start: typeof startSoundServer): Promise<SoundRig> {
  const pulse = await start(folder, USUAL, close);
  const probe = await pulse.plug(USUAL);
  const server = await serve(folder, files);
  close.add(() => server.close());
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
      for (const begun = performance.now(); performance.now() - begun < 60_000; await pause(50)) {
        const last = page.report();
        if (last !== undefined && last.generation === generation && holds(last)) return;
      }
      throw new Error(`The player never said so: ${JSON.stringify(page.report())} ${page.complaints.join(' ')}`);
    },
    listen: pause,
    heard: probe.heard,
    recordedMs: probe.recordedMs,
    plug: pulse.plug,
    close: close.all,
  };
}

function deckOf(deck: Partial<DesiredDeck>): DesiredDeck {
  const file = deck.file ?? '';
  return { playId: 1, trackId: file, file, positionMs: 0, durationMs: 60_000, gain: 1, fadeMs: 1000, ...deck };
}

/** The built pages and the media handler of the app on a port of this machine. */
export async function serve(folder: string, files: Files): Promise<Server> {
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

export function openBrowser({ env }: SoundServer): Promise<Browser> {
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
      FEATURES_OFF,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** Opens the page with a bridge that answers as main does. */
export async function openPlayer(browser: Browser, port: number) {
  const reports: PlayerReport[] = [];
  const complaints: string[] = [];
  const seen: (OutputSeen & { at: number })[] = [];
  const page = await browser.newPage();
  // The names of loudspeakers, as Electron's check lets our pages have them.
  await page.context().grantPermissions(['microphone']);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (line) => ['error', 'warning'].includes(line.type()) && complaints.push(`${line.text()} ${line.location().url}`),
  );
  await page.exposeFunction('testRequest', (text: string) => {
    const { name, args } = JSON.parse(text) as { name: string; args: unknown };
    if (name === 'player.report') reports.push(args as PlayerReport);
    if (name === 'output.seen') seen.push({ ...(args as OutputSeen), at: performance.now() });
    const data = name === 'output.read' ? { chosen: null, cap: 1 } : {};
    return JSON.stringify({ ok: true, seq: null, data });
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
  const push = (name: 'music' | 'output' | 'probe', data: DesiredMusic | OutputOrder | ProbeSound): Promise<void> =>
    page.evaluate(
      (text) => (window as unknown as { testPush: (text: string) => void }).testPush(text),
      JSON.stringify({ name, data }),
    );
  return {
    reports,
    complaints,
    seen,
    report: () => reports.at(-1),
    push: (desired: DesiredMusic) => push('music', desired),
    order: (order: OutputOrder) => push('output', order),
    probe: (sound: ProbeSound) => push('probe', sound),
  };
}
