import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { setTimeout as pause } from 'node:timers/promises';
import { type StandinOptions, type StandinProcess, startStandin } from './standin-process.ts';

const patienceMs = 20_000;
const lookEveryMs = 20;

/** A main process under the stand-in with its windows as ordinary pages of Playwright. */
export interface StandinRoom extends StandinProcess {
  readonly browser: Browser;
  /** The living page that shows `/<name>.html`, waited for. */
  readonly window: (name: string) => Promise<Page>;
}

/** Starts the app under the stand-in and attaches Playwright to the Chromium it drives. */
export async function openStandinRoom(options: StandinOptions): Promise<StandinRoom> {
  const running = startStandin(options);
  const early = running.ended.then((code) => {
    throw new Error(`The app ended before its first window (${code}).\n${running.said.stdout}\n${running.said.stderr}`);
  });
  const browser = await Promise.race([running.hooks.endpoint().then((endpoint) => chromium.connectOverCDP(endpoint)), early]);
  early.catch(() => undefined);
  return { ...running, browser, window: (name) => pageOf(browser, running, name) };
}

/** The target a window stands on now is asked of the app itself: a page that crashed is never taken for its successor. */
async function pageOf(browser: Browser, running: StandinProcess, name: string): Promise<Page> {
  const giveUpAt = performance.now() + patienceMs;
  while (performance.now() < giveUpAt) {
    const wanted = (await running.hooks.windows()).find(({ url }) => url.split(/[?#]/)[0]?.endsWith(`/${name}.html`));
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      if (wanted?.targetId === (await targetOf(page)) && page.url().includes(`/${name}.html`)) {
        await page.waitForLoadState('domcontentloaded');
        return page;
      }
    }
    await pause(lookEveryMs);
  }
  throw new Error(`No window shows ${name}.html.\n${running.said.stdout}\n${running.said.stderr}`);
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
