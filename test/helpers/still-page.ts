import type { Page } from 'playwright/test';

/** Waits until nothing on the page moves any more; what is taken away while it moves is at rest too. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running');
    for (let some = moving(); some.length > 0; some = moving())
      await Promise.allSettled(some.map(({ finished }) => finished));
  });
}

/**
 * The page's own clocks stand from now on, and what waits for a time waits, until a test moves them by `page.clock`: whether
 * two presses are of one movement is then not a matter of how fast the machine is.
 */
export async function stopClocks(page: Page): Promise<void> {
  await page.clock.install({ time: await page.evaluate(() => Date.now()) });
  await holdClocks(page);
}

/** The same where `page.clock` was installed before the page was loaded. */
export async function holdClocks(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
}
