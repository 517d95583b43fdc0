import { type Page, expect } from 'playwright/test';
import { keysIn } from '../helpers/keys-in.ts';
import { axeFindings } from '../helpers/axe-findings.ts';
import { stopClocks } from '../helpers/still-page.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** Entering a reading, on the preview: by keyboard alone, by presses, pasted, and what it asks. */

/** Presses keys one by one and counts them. */
async function keys(page: Page, text: string): Promise<number> {
  const pressed = keysIn(text);
  for (const key of pressed) await page.keyboard.press(key);
  return pressed.length;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Systolic').evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const saved = (page: Page, words: string | RegExp) => expect(page.getByText(words)).toBeVisible();

test('fourteen keys are a full reading: with Enter after each figure, or with breaths, sedation and symptoms', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByLabel('Systolic').focus();
  const enters = '128⏎82⏎97⏎88⏎⏎';
  expect(await keys(page, enters)).toBeLessThanOrEqual(14);
  await saved(page, 'Saved: 128/82, SpO₂ 97 %, pulse 88');

  await page.getByLabel('Systolic').focus();
  expect(await keys(page, '1298397891410⏎')).toBeLessThanOrEqual(14);
  await saved(page, 'Saved: 129/83, SpO₂ 97 %, pulse 89, 14 breaths, RASS −1, no symptoms');
});

test('any part alone is a reading; a digit at the echo goes on typing, Backspace goes back into the field before', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByRole('button', { name: 'Which…' }).click();
  await page.getByRole('button', { name: 'dizzy' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await keys(page, '⏎');
  await saved(page, 'Saved: dizzy');

  await page.getByLabel('Systolic').focus();
  await keys(page, '129⌫882⏎⏎⏎');
  await saved(page, '128/82');
  await keys(page, '97⏎⏎⏎');
  await saved(page, 'Saved: 128/82, SpO₂ 97 %');
});

test('a pasted reading fills the fields; what is not understood is shown and fills none', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByLabel('Systolic').focus();
  await paste(page, '12.04.1988');
  await expect(page.getByRole('alert')).toContainText('“12.04.1988” was pasted and is not understood');
  await expect(page.getByLabel('Systolic')).toHaveValue('');
  await paste(page, '128/82 97 88');
  await keys(page, '⏎⏎');
  await saved(page, 'Saved: 128/82, SpO₂ 97 %, pulse 88');
});

test('what was meant takes one press, and is read back before it counts', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  for (const [name, value] of [
    ['Systolic', '1280'],
    ['Diastolic', '82'],
  ] as const)
    await page.getByLabel(name).fill(value);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('alert')).toContainText('Systolic: 1280 is outside of 40 to 300.');
  await page.getByRole('button', { name: 'Did you mean 128?' }).click();
  await saved(page, '128/82');
  await keys(page, '⎋');
  for (const [name, value] of [
    ['Systolic', '82'],
    ['Diastolic', '128'],
  ] as const)
    await page.getByLabel(name).fill(value);
  await keys(page, '⏎⏎⏎↑');
  await keys(page, '⏎');
  await saved(page, 'Saved: 128/82');
});

test('what is asked about is not confirmed by the same movement, the same figures twice are asked about', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await stopClocks(page);
  await page.getByLabel('Systolic').focus();
  await keys(page, '1189776182⏎⏎');
  await expect(page.getByText(/pulse 182.*sure\?/)).toBeVisible();
  await keys(page, '⎋');
  await page.getByLabel('SpO₂').fill('97');
  await page.getByLabel('Diastolic').fill('82');
  await page.getByLabel('Pulse').fill('88');
  await keys(page, '⏎⏎');
  await saved(page, /^.?\s*Saved: 118\/82/);
  await page.getByLabel('Systolic').focus();
  await keys(page, '118829788⏎');
  await expect(page.getByText('the same figures were saved a moment ago: sure?')).toBeVisible();
});

test('taken earlier is one press, any time can be typed, and a form left alone asks', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByLabel('Systolic').focus();
  await keys(page, '128829788⏎');
  await page.getByRole('button', { name: '−2 min taken earlier' }).click();
  await expect(page.getByRole('heading', { name: 'New reading, taken 14:33' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Taken' }).fill('14:30');
  await keys(page, '⏎⏎');
  await expect(page.getByRole('row', { name: /14:30.*128\/82/ })).toBeVisible();

  await page.getByLabel('Systolic').focus();
  await keys(page, '13082');
  await page.evaluate(() => window.stillroomPreview?.advance(3 * 60_000));
  await page.evaluate(() => window.stillroomPreview?.sendClock());
  const question = page.getByText('This reading was begun at 14:35.');
  await expect(question).toBeVisible();
  // Typing on is no answer: what is typed stands, and so does the question.
  await keys(page, '97');
  await expect(page.getByLabel('SpO₂')).toHaveValue('97');
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByLabel('Systolic')).toHaveValue('130');
  await page.getByRole('button', { name: 'Taken now' }).click();
  await expect(page.getByRole('heading', { name: 'New reading, taken 14:38' })).toBeVisible();
});

test('oxygen, position and arm stand from reading to reading; an amendment knows every part', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByRole('button', { name: 'Oxygen, position, arm:' }).click();
  for (const part of ['2', 'lying', 'left arm', 'Done']) await page.getByText(part, { exact: true }).click();
  for (const figures of ['128829788', '129839789']) {
    await page.getByLabel('Systolic').focus();
    await keys(page, `${figures}⏎⏎`);
    await saved(page, /Saved: .*2 L\/min, lying, left arm/);
  }
  await page.getByRole('button', { name: 'Amend…' }).click();
  await page.getByRole('button', { name: /129\/83/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Typing error').click();
  await dialog.getByRole('button', { name: 'Which…' }).click();
  await dialog.getByRole('button', { name: 'chest pain' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog.getByText('chest pain, 2 L/min, lying, left arm')).toBeVisible();
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toBeHidden();
});

for (const [name, reach] of [
  ['sedation', (page: Page) => page.getByRole('button', { name: 'Sedation' }).click()],
  ['what stands', (page: Page) => page.getByRole('button', { name: 'Oxygen, position, arm:' }).click()],
  [
    'the echo with a question',
    async (page: Page) => {
      await page.getByLabel('Systolic').focus();
      await keys(page, '1288297182⏎');
      await page.getByText(/sure\?/).waitFor();
    },
  ],
] as const) {
  test(`${name}: nothing for axe to find, nothing scrolls at 1366 by 768`, async ({ open }) => {
    const page = await open('scene=infusing&min=31&rate=0');
    await reach(page);
    expect(await axeFindings(page)).toEqual([]);
    const { scrollHeight, clientHeight } = await page.evaluate(() => ({
      scrollHeight: document.documentElement.scrollHeight,
      clientHeight: document.documentElement.clientHeight,
    }));
    expect(scrollHeight).toBe(clientHeight);
  });
}
