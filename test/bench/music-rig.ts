import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright';
import { build } from 'vite';
import { windows } from '../../tools/vite/renderer.ts';
import { openBrowser, openPlayer, serve } from '../peers/sound-rig.ts';
import { closer, startSoundServer } from '../peers/sound-server.ts';
import { privateMb } from './music-memory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One way to play tracks one after another: the app's player, or howler by itself. */
export interface Contender {
  readonly page: Page;
  /** Asks for a track from its beginning, fading over `fadeMs`; the track before it fades away. Answers after how many ms it was heard. */
  readonly next: (file: string, fadeMs: number) => Promise<number>;
  /** Position of the track that plays, and the clock at that moment, both ms. */
  readonly position: () => Promise<{ readonly at: number; readonly clock: number }>;
  /** What its page's process holds by itself once garbage is collected, MB. */
  readonly memory: () => Promise<number>;
}

/** Both, each in a browser of its own, with the same files from the same server and the same made-up headphones. */
export interface Pair {
  readonly player: Contender;
  readonly howler: Contender;
  readonly close: () => Promise<void>;
}

/** Howler as its own documentation uses it: a Howl for each track, its own fade, unloaded when that is over. */
const plainHowler = `
  let current = null;
  window.playNext = (src, fadeMs) => {
    const next = new Howl({ src: [src], html5: true });
    next.play();
    if (fadeMs > 0) next.fade(0, 1, fadeMs);
    if (current !== null) {
      const old = current;
      if (fadeMs > 0) {
        old.fade(1, 0, fadeMs);
        old.once('fade', () => old.unload());
      } else old.unload();
    }
    current = next;
  };`;

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
    const pages = path.join(folder, 'renderer');
    copyFileSync(path.join(root, 'node_modules/howler/dist/howler.js'), path.join(pages, 'howler.js'));
    writeFileSync(path.join(pages, 'plain.js'), plainHowler);
    const scripts = '<script src="howler.js"></script><script src="plain.js"></script>';
    writeFileSync(path.join(pages, 'plain.html'), `<!doctype html><title>Howler</title>${scripts}`);
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
  return contender(browser, page, (file, fadeMs) => {
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
  return contender(browser, page, (file, fadeMs) => ({
    call: 'playNext',
    words: [`media/${encodeURIComponent(file)}`, fadeMs],
  }));
}

type Ask = (file: string, fadeMs: number) => { readonly call: string; readonly words: readonly unknown[] };

async function contender(browser: Browser, page: Page, ask: Ask): Promise<Contender> {
  const session = await page.context().newCDPSession(page);
  let pid: number | null = null;
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
    memory: async () => {
      await collect(session);
      pid ??= await rendererOf(browser);
      return privateMb(pid);
    },
  };
}

async function collect(session: CDPSession): Promise<void> {
  await session.send('HeapProfiler.collectGarbage');
}

/** The process of the one page that is open: once it has worked, the one that worked most. A browser keeps idle ones at hand. */
async function rendererOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type, cpuTime }) => type === 'renderer' && cpuTime > 0);
  const busiest = renderers.toSorted((a, b) => b.cpuTime - a.cpuTime)[0];
  if (busiest === undefined) throw new Error('The page has no process of its own');
  return busiest.id;
}
