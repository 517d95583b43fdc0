import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { atRest } from './still-page.ts';

const DIALOG = 'dialog[open]';

/**
 * What axe finds on a page at rest, each rule with the elements that break it; empty where nothing is wrong. Of a page with an open
 * dialog it is asked about the dialog: nothing else can be reached. Axe runs in the page itself: its other mode opens a
 * second page for every look, which is only needed for frames of other origins.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await atRest(page);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const isDialog = (await page.locator(DIALOG).count()) > 0;
  const { violations } = await (isDialog ? axe.include(DIALOG) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Buttons and fields smaller than 48 px, which a gloved finger would miss; by their text. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll('button, select, textarea, input:not([type=radio], [type=checkbox])'),
    ];
    const boxes = targets.map((target) => target.closest('label') ?? target);
    const small = boxes.filter((box) => {
      const { width, height } = box.getBoundingClientRect();
      return width > 0 && (width < 47.5 || height < 47.5);
    });
    return small.map((box) => box.textContent || box.outerHTML.slice(0, 80));
  });
}
