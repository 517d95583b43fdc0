import { expect, type Page } from 'playwright/test';
import { test } from '../renderer/preview/preview-page.ts';

/** The owner's statistics on paper, on the preview. */

/** How light a colour is that something is painted with, 0 to 1. */
async function lightness(page: Page, selector: string, what: 'color' | 'backgroundColor'): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, property) => {
      const paint = document.createElement('canvas').getContext('2d');
      if (paint === null) throw new Error('Nothing can be painted here');
      paint.fillStyle = getComputedStyle(element)[property];
      paint.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 765;
    }, what);
}

test('statistics print dark on light while a session runs and the screen is dark, with all weeks on the paper', async ({
  open,
}, info) => {
  const page = await open('scene=infusing&past=1&rate=0');
  await page.evaluate(() => {
    const owner = { staffId: 'staff-holm', name: 'A. Holm', role: 'owner', active: true } as const;
    window.stillroomPreview?.setStatus({ signedIn: owner });
  });
  await page.getByRole('button', { name: 'A. Holm' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click();
  await page.getByText('Statistics', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^All weeks/ })).toBeVisible();
  // The screen of a room in which somebody lies.
  expect(await lightness(page, 'body', 'backgroundColor')).toBeLessThan(0.1);
  expect(await lightness(page, 'figure', 'backgroundColor')).toBeLessThan(0.15);

  await page.emulateMedia({ media: 'print' });
  // Nor does paper name who lies in the room.
  await expect(page.getByText('Jordan Miller').filter({ visible: true })).toHaveCount(0);
  for (const box of ['body', 'figure', 'thead th']) expect(await lightness(page, box, 'backgroundColor')).toBe(1);
  for (const text of ['figure', 'tbody th', 'tfoot td'])
    expect(await lightness(page, text, 'color')).toBeLessThan(0.45);
  await expect(page.getByRole('heading', { name: /^Statistics of the last 12 weeks/ })).toBeVisible();
  await page.pdf({ path: info.outputPath('statistics.pdf'), format: 'A4', printBackground: true });
});
