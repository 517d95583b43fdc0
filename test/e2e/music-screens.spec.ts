import { expect, type Page } from 'playwright/test';
import { test } from '../renderer/preview/preview-page.ts';

/** The music panel during an infusion, on the preview with main inside the page. */

const shots = process.env['STILLROOM_SHOTS'];

async function keep(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

test('speak is offered a minute before a reading, works by key and by press, and is one press back', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const offer = page.getByText('Reading soon.');
  await expect(offer).toBeHidden();
  await page.evaluate(() => window.stillroomPreview?.advance(13 * 60_000 + 10_000));
  await expect(offer).toBeVisible();
  await keep(page, 'speak-offered');
  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Speak: done', pressed: true })).toBeVisible();
  await expect(page.getByText('The music is low while you speak.')).toBeVisible();
  await expect(offer).toBeHidden();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Speak', exact: true, pressed: false })).toBeVisible();
});

test('speak works at the locked screen', async ({ open }) => {
  const page = await open('scene=infusing&min=31&signedOut');
  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Speak: done', pressed: true })).toBeVisible();
});

test('the patient asks for something else: the other sets, and one press that fades over', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByRole('button', { name: 'Other set…' }).click();
  const dialog = page.getByRole('dialog', { name: 'The patient asks for something else' });
  const sets = dialog.getByRole('group', { name: 'Choose a set' }).getByRole('button');
  await expect(dialog.getByRole('button', { name: 'Choose a set' })).toBeDisabled();
  const title = (await sets.first().locator('strong').textContent()) ?? '';
  await sets.first().click();
  await keep(page, 'other-set');
  await dialog.getByRole('button', { name: `Fade over to ${title}` }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Patient’s choice: ${title}`)).toBeVisible();
});
