import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Page, chromium, test as base } from 'playwright/test';
import { FEATURES_OFF } from '../../helpers/browser-features.ts';
import { findBrowser } from '../../standin/browser/find.ts';
import { serveBuiltPreview } from './serve.ts';

interface WorkerFixtures {
  readonly preview: { readonly browser: Browser; readonly url: string };
}

/** Opens the preview at an address' query, the room's or the patient's; fails the test on any error of the page. */
export interface Fixtures {
  readonly open: (query: string, window?: 'patient') => Promise<Page>;
}

/** Playwright's `test` on the preview of the room window: one server and one browser for all of a file. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  preview: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, provide) => {
      const found = findBrowser();
      if (found === null) throw new Error('No browser is installed; set STILLROOM_BROWSER');
      const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-preview-'));
      const { server, url } = await serveBuiltPreview(folder);
      const browser = await chromium.launch({
        executablePath: found.path,
        args: ['--disable-background-networking', FEATURES_OFF],
      });
      await provide({ browser, url });
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  open: async ({ preview }, provide) => {
    const errors: string[] = [];
    const context = await preview.browser.newContext({
      ...{ viewport: { width: 1366, height: 768 }, locale: 'en-GB', timezoneId: 'Europe/Copenhagen' },
    });
    await provide(async (query, window) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      // What throws while it starts shows nothing: it is not waited for.
      const thrown = new Promise<never>((_resolve, reject) => page.once('pageerror', reject));
      thrown.catch(() => undefined);
      await page.goto(`${preview.url}${window === undefined ? '' : `${window}.html`}?${query}`);
      await Promise.race([page.locator('#root > *').first().waitFor(), thrown]);
      return page;
    });
    await context.close();
    if (errors.length > 0) throw new Error(`The page threw: ${errors.join('; ')}`);
  },
});
