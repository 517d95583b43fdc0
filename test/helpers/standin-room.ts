import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { setTimeout as pause } from 'node:timers/promises';
import { type StandinOptions, type StandinProcess, startStandin } from './standin-process.ts';

const patienceMs = 60_000;
const lookEveryMs = 20;

/** A main process under the stand-in with its windows as ordinary pages of Playwright. */
export interface StandinRoom extends StandinProcess {
  /** The living page that shows `/<name>.html`, waited for. */
  readonly window: (name: string) => Promise<Page>;
  /** Lets go of the browsers, which end with the app and not before. */
  readonly disconnect: () => Promise<void>;
}

type Attached = Map<string, Browser>;

/** Starts the app under the stand-in; Playwright is attached to each Chromium that it drives. */
export function openStandinRoom(options: StandinOptions): StandinRoom {
  const running = startStandin(options);
  const attached: Attached = new Map();
  const disconnect = async (): Promise<void> => {
    for (const browser of attached.values()) await browser.close().catch(() => undefined);
  };
  return { ...running, window: (name) => pageOf(attached, running, name), disconnect };
}

async function pagesOf(attached: Attached, running: StandinProcess): Promise<readonly Page[]> {
  for (const endpoint of await running.hooks.endpoints())
    if (!attached.has(endpoint)) attached.set(endpoint, await chromium.connectOverCDP(endpoint));
  return [...attached.values()].flatMap((browser) => browser.contexts()).flatMap((context) => context.pages());
}

/** The target a window stands on now is asked of the app itself: a page that crashed is never taken for its successor. */
async function pageOf(attached: Attached, running: StandinProcess, name: string): Promise<Page> {
  const giveUpAt = performance.now() + patienceMs;
  const said = (): string => `${running.said.stdout}\n${running.said.stderr}`;
  const ended = running.ended.then((code) => {
    throw new Error(`The app ended (${code}) before it showed ${name}.html.\n${said()}`);
  });
  ended.catch(() => undefined);
  while (performance.now() < giveUpAt) {
    const page = await Promise.race([findPage(attached, running, name), ended]);
    if (page !== null) return page;
    await pause(lookEveryMs);
  }
  const windows = JSON.stringify(await running.hooks.windows());
  const pages = [...attached].map(
    ([endpoint, browser]) =>
      `${endpoint}: ${browser
        .contexts()
        .flatMap((context) => context.pages())
        .map((page) => page.url())
        .join(', ')}`,
  );
  throw new Error(`No window shows ${name}.html. The app has ${windows}; seen: ${pages.join('; ')}.\n${said()}`);
}

async function findPage(attached: Attached, running: StandinProcess, name: string): Promise<Page | null> {
  const wanted = (await running.hooks.windows()).find(({ url }) => url.split(/[?#]/)[0]?.endsWith(`/${name}.html`));
  if (wanted === undefined) return null;
  for (const page of await pagesOf(attached, running)) {
    if (wanted.targetId !== (await targetOf(page)) || !page.url().includes(`/${name}.html`)) continue;
    await page.waitForLoadState('domcontentloaded');
    return page;
  }
  return null;
}

const targets = new WeakMap<Page, string>();

async function targetOf(page: Page): Promise<string | null> {
  const known = targets.get(page);
  if (known !== undefined) return page.isClosed() ? null : known;
  try {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    targets.set(page, targetInfo.targetId);
    return targetInfo.targetId;
  } catch {
    return null;
  }
}
