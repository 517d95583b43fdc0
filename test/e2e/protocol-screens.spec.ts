import { expect } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The protocol's editor on the preview: nonsense refused beside its field, undone, kept over the lock, saved as a version. */

test('a band that is nonsense is refused at its field; undone, changed and saved it is the next version', async ({
  open,
}) => {
  const page = await open('rate=0');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open the protocol' }).click();
  const shot = async (name: string): Promise<void> => {
    if (process.env['ED_SHOTS'] === undefined) return;
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${process.env['ED_SHOTS']}/${name}-${width}.png` });
    }
  };
  await page.getByText('Times and readings').first().waitFor();
  await shot('p-times');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText('Pre-checks', { exact: true }).first().click();
  await page.getByText('Weight measured today').first().click();
  await shot('p-checks');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText('Bands', { exact: true }).first().click();
  const during = page.getByRole('group', { name: 'Systolic, mmHg', exact: true }).last();
  await during.getByRole('textbox', { name: 'Amber from, high' }).fill('190');
  await expect(during.getByRole('alert')).toContainText('Amber (190) lies beyond red (180)');
  await expect(page.getByRole('button', { name: 'Save…' })).toBeDisabled();
  await shot('p-bands');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(during.getByRole('textbox', { name: 'Amber from, high' })).toHaveValue('160');
  await during.getByRole('textbox', { name: 'Amber from, high' }).fill('155');
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open the protocol' }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Amber from, high: 155 instead of 160');
  await shot('p-save');
  await page.getByRole('button', { name: 'Make version 2' }).click();
  await expect(page.getByText('Version 2 is in force')).toBeVisible();
});

test('what is wrong is told with what is expected, and one press leads into its field, however it is folded away', async ({
  open,
}) => {
  const page = await open('rate=0');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open the protocol' }).click();
  const last = page.locator('summary').last();
  await last.click();
  const moment = page.getByLabel('Window to either side, minutes').last();
  await moment.fill('');
  await last.click();
  await expect(moment).toBeHidden();
  await page.getByText('Bands', { exact: true }).first().click();
  await expect(moment).toHaveCount(0);
  const wrong = page.getByRole('region', { name: 'To see to' });
  await expect(wrong).toContainText('A number is missing.');
  await wrong.getByRole('button').click();
  await expect(moment).toBeFocused();
  await expect(moment).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('3');
  await expect(wrong).toContainText('Nothing stands against saving this.');
});
