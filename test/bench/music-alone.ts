import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { putBehind } from '../../tools/run/behind.mjs';
import { windows } from '../../tools/vite/renderer.ts';
import { serve } from '../peers/sound-rig.ts';
import { closer, startSoundServer, type Closer, type SoundServer } from '../peers/sound-server.ts';
import { findBrowser } from '../standin/browser/find.ts';
import { privateMb, renderersBelow } from './music-memory.ts';
import { writePlainPage } from './plain-howler.ts';
import { cpuMs } from './processes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a page goes through the tracks by itself, one change after another. */
interface Walk {
  readonly names: readonly string[];
  readonly changes: number;
  readonly fadeMs: number;
}

/** Asks for track after track of `window.ask`, and tells the server of each change once what can be thrown away is. */
function walk({ names, changes, fadeMs }: Walk): string {
  return `
    const names = ${JSON.stringify(names)};
    const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    addEventListener('load', async () => {
      await rest(1000);
      for (let change = 0; change < ${changes}; change += 1) {
        ask(names[change % names.length], ${fadeMs}, change + 1);
        await rest(${fadeMs} + 500);
        gc();
        await fetch('told-' + change).catch(() => undefined);
      }
    });`;
}

/** Stands in for main: answers, and pushes what is wished. */
const asMain = `
  const listeners = new Set();
  window.stillroom = {
    request: async (text) => JSON.stringify({
      ok: true, seq: null, data: JSON.parse(text).name === 'output.read' ? { chosen: null, cap: 1 } : {},
    }),
    onPush: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  };
  window.ask = (file, fadeMs, playId) => {
    const deck = { playId, trackId: file, file, positionMs: 0, durationMs: 3600000, gain: 1, fadeMs };
    const data = { generation: playId, decks: [deck], releaseMs: fadeMs, preload: null, rate: 1 };
    for (const listener of listeners) listener(JSON.stringify({ name: 'music', data }));
  };`;

/** The same request for Howler by itself. */
const asHowler = `
  window.ask = (file, fadeMs) => playNext('media/' + encodeURIComponent(file), fadeMs);`;

/**
 * Memory that the page's process holds by itself after each of so many changes of the track, MB: of the app's player, and
 * of Howler by itself, at the same time, each in a browser of its own that no tool is attached to.
 */
export async function memoryAlone(
  music: { readonly folder: string; readonly names: readonly string[] },
  changes: number,
  fadeMs: number,
): Promise<{ readonly player: readonly number[]; readonly howler: readonly number[] }> {
  const close = closer();
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-bench-'));
    close.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    await makePages(folder, walk({ names: music.names, changes, fadeMs }));
    for (const name of music.names) copyFileSync(path.join(music.folder, name), path.join(folder, name));
    const pulse = await startSoundServer(folder, 'headphones', close);
    await pulse.plug('headphones');
    const [player, howler] = await Promise.all(
      ['player.html', 'plain.html'].map((page) => follow(page, { folder, names: music.names, changes, pulse }, close)),
    );
    return { player: player ?? [], howler: howler ?? [] };
  } finally {
    await close.all();
  }
}

async function makePages(folder: string, walking: string): Promise<void> {
  await build({ ...windows({ root, out: folder }, ['player.html']), logLevel: 'error' });
  const pages = path.join(folder, 'renderer');
  writeFileSync(path.join(pages, 'as-main.js'), asMain + walking);
  writePlainPage(pages, asHowler + walking);
  const player = readFileSync(path.join(pages, 'player.html'), 'utf8');
  writeFileSync(path.join(pages, 'player.html'), player.replace('<head>', '<head><script src="as-main.js"></script>'));
}

interface Followed {
  readonly folder: string;
  readonly names: readonly string[];
  readonly changes: number;
  readonly pulse: SoundServer;
}

/** Opens a page and looks at its memory at each change that it tells of. */
async function follow(page: string, { folder, names, changes, pulse }: Followed, close: Closer): Promise<number[]> {
  const server = await serve(folder, new Map(names.map((name) => [name, new Float32Array(0)])));
  close.add(() => server.close());
  const found = findBrowser();
  if (found === null) throw new Error('No browser to play with');
  const { port } = server.address() as AddressInfo;
  const browser = spawn(
    found.path,
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      '--js-flags=--expose-gc',
      `--user-data-dir=${path.join(folder, `profile-${page}`)}`,
      `http://127.0.0.1:${port}/${page}`,
    ],
    { env: pulse.env, stdio: 'ignore' },
  );
  // No time is taken here, and another pair is followed on the clock meanwhile.
  if (browser.pid !== undefined) putBehind(browser.pid);
  const ended = once(browser, 'exit');
  close.add(() => browser.kill('SIGTERM') && ended);
  const held: number[] = [];
  return new Promise((resolve, reject) => {
    void ended.then(() => reject(new Error('The browser ended by itself')));
    server.on('request', ({ url }) => {
      if (url?.startsWith('/told-') !== true || held.length >= changes) return;
      // The page that plays is the one that works; a browser keeps idle ones at hand.
      const [pid = 0] = renderersBelow(browser.pid ?? 0).toSorted((a, b) => cpuMs(b) - cpuMs(a));
      held.push(privateMb(pid));
      if (held.length === changes) resolve(held);
    });
  });
}
