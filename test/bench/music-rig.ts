import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { windows } from '../../tools/vite/renderer.ts';
import { openBrowser, openPlayer, serve } from '../peers/sound-rig.ts';
import { closer, startSoundServer } from '../peers/sound-server.ts';
import { writePlainPage } from './plain-howler.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One way to play tracks one after another: the app's player, or howler by itself. */
export interface Contender {
  readonly page: Page;
  /** Asks for a track from its beginning, fading over `fadeMs`; the track before it fades away. Answers after how many ms it was heard. */
  readonly next: (file: string, fadeMs: number) => Promise<number>;
  /** Position of the track that plays, and the clock at that moment, both ms. */
  readonly position: () => Promise<{ readonly at: number; readonly clock: number }>;
}

/** Both, each in a browser of its own, with the same files from the same server and the same made-up headphones. */
export interface Pair {
  readonly player: Contender;
  readonly howler: Contender;
  readonly close: () => Promise<void>;
}

/** In every page: the moment at which an element is heard, and the element that was heard last. */
function listenIn(): void {
  const scope = window as unknown as { heardLast: HTMLMediaElement | null; heard: (file: string) => Promise<number> };
  const waiting = new Map<string, (at: number) => void>();
  const known = new WeakSet<HTMLMediaElement>();
  scope.heardLast = null;
  scope.heard = (file) => new Promise((resolve) => waiting.set(file, resolve));
  // eslint-disable-next-line typescript/unbound-method -- it is called on the element below
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function watched(this: HTMLMediaElement) {
    if (!known.has(this))
      this.addEventListener('playing', () => {
        scope.heardLast = this;
        const file = decodeURIComponent(this.src).split('/media/')[1] ?? '';
        waiting.get(file)?.(performance.now());
        waiting.delete(file);
      });
    known.add(this);
    return play.call(this);
  };
}

/** @param music the folder that the files lie in, and their names */
export async function openPair(music: { readonly folder: string; readonly names: readonly string[] }): Promise<Pair> {
  const close = closer();
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-bench-'));
    close.add(() => rmSync(folder, { recursive: true, force: true }));
    await build({ ...windows({ root, out: folder }, ['player.html']), logLevel: 'error' });
    writePlainPage(path.join(folder, 'renderer'));
    for (const name of music.names) copyFileSync(path.join(music.folder, name), path.join(folder, name));
    const pulse = await startSoundServer(folder, 'headphones', close);
    await pulse.plug('headphones');
    const server = await serve(folder, new Map(music.names.map((name) => [name, new Float32Array(0)])));
    close.add(() => server.close());
    const { port } = server.address() as AddressInfo;
    const browsers = [await openBrowser(pulse), await openBrowser(pulse)] as const;
    for (const browser of browsers) close.add(() => browser.close());
    return {
      player: await playerOf(browsers[0], port),
      howler: await howlerOf(browsers[1], port),
      close: close.all,
    };
  } catch (problem) {
    await close.all();
    throw problem;
  }
}

async function playerOf(browser: Browser, port: number): Promise<Contender> {
  let tracks = 0;
  await openPlayer(browser, port);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The player has no page');
  await page.addInitScript(listenIn);
  await page.reload();
  return contender(page, (file, fadeMs) => {
    tracks += 1;
    const deck = { playId: tracks, trackId: file, file, positionMs: 0, durationMs: 3_600_000, gain: 1, fadeMs };
    const data = { generation: tracks, decks: [deck], releaseMs: fadeMs, preload: null, rate: 1 };
    return { call: 'testPush', words: [JSON.stringify({ name: 'music', data })] };
  });
}

async function howlerOf(browser: Browser, port: number): Promise<Contender> {
  const page = await browser.newPage();
  await page.addInitScript(listenIn);
  await page.goto(`http://127.0.0.1:${port}/plain.html`);
  return contender(page, (file, fadeMs) => ({
    call: 'playNext',
    words: [`media/${encodeURIComponent(file)}`, fadeMs],
  }));
}

type Ask = (file: string, fadeMs: number) => { readonly call: string; readonly words: readonly unknown[] };

function contender(page: Page, ask: Ask): Contender {
  return {
    page,
    next: (file, fadeMs) =>
      page.evaluate(
        async ({ call, words, name }) => {
          const scope = window as unknown as Record<string, (...words: unknown[]) => unknown>;
          const heard = scope['heard']?.(name) as Promise<number>;
          const begun = performance.now();
          scope[call]?.(...words);
          return (await heard) - begun;
        },
        { ...ask(file, fadeMs), name: file },
      ),
    position: () =>
      page.evaluate(() => {
        const { heardLast } = window as unknown as { heardLast: HTMLMediaElement };
        return { at: heardLast.currentTime * 1000, clock: performance.now() };
      }),
  };
}
