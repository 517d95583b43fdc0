import { type Page, expect } from 'playwright/test';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The chart as it is painted in a real browser, on the preview with main inside the page. */

const LARGER = 'Chart of the readings, larger';
const large = (page: Page) => page.getByRole('dialog').getByRole('slider');

async function openLarge(page: Page): Promise<void> {
  await page.getByRole('button', { name: LARGER }).click();
  await expect(large(page)).toBeVisible();
}

/** What is on the small chart: its size in device pixels, how many are painted, and how bright the brightest is (0 to 255). */
async function painted(page: Page) {
  return page.locator('main canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let [count, brightest] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
      if (alpha > 0) count += 1;
      if (alpha === 255) brightest = Math.max(brightest, 0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }
    return { width: canvas.width, height: canvas.height, css: canvas.clientWidth, count, brightest };
  });
}

/** Waits until the small chart is painted as it stays: fonts that come late make its box another size. */
async function standing(page: Page): Promise<void> {
  await expect.poll(async () => (await painted(page)).count).toBeGreaterThan(500);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

/** Notes each painting of a canvas from now on, by its size. */
async function notePaints(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const marked = window as unknown as { paints: string[] };
    marked.paints = [];
    const clear = Reflect.get(CanvasRenderingContext2D.prototype, 'clearRect') as (...box: number[]) => void;
    CanvasRenderingContext2D.prototype.clearRect = function noted(...box: number[]) {
      marked.paints.push(`${this.canvas.width} by ${this.canvas.height}`);
      clear.apply(this, box);
    };
  });
  return async () => page.evaluate(() => (window as unknown as { paints: string[] }).paints);
}

/** A reading of 128/79 that comes from elsewhere: a form of ours would change its own size, and the chart's with it. */
async function enter(page: Page, said: Partial<ReadingParts> = {}): Promise<void> {
  await page.evaluate(async (also) => {
    const main = window.stillroomPreview;
    const [session] = main?.sessions.values() ?? [];
    if (main === undefined || session === undefined) throw new Error('No session is shown');
    const parts = { systolic: 128, diastolic: 79, spo2: 97, pulse: 84, respirations: null, sedation: null };
    const takenAt = main.clock.now().wallMs;
    const reading = { readingId: 'seen', parts: { ...parts, oxygenTenths: null, ...also }, takenAt, confirmed: [] };
    const { sessionId, seq } = session.session;
    const args = { sessionId, commandId: 'seen', seenSeq: seq, command: { type: 'takeReading', ...reading } };
    await main.bridge.request(JSON.stringify({ name: 'session.command', args }));
  }, said);
}

test('a reading is painted with the table’s row, and nothing is painted while nothing changes', async ({ open }) => {
  const page = await open('scene=infusing&min=20&rate=0');
  await standing(page);
  const before = await painted(page);
  const paints = await notePaints(page);
  await page.evaluate(() => window.stillroomPreview?.advance(10_000));
  expect(await paints()).toEqual([]);
  await enter(page);
  await expect(page.getByRole('row', { name: /128\/79/ })).toBeVisible();
  // Once for the reading; once more only where its row made the chart's own box another size.
  const noted = await paints();
  expect(noted.length).toBeGreaterThan(0);
  expect(new Set(noted).size).toBe(noted.length);
  expect((await painted(page)).count).toBeGreaterThan(before.count);
});

test('what is red though its figures are not is red in every table, with what was said', async ({ open }) => {
  const page = await open('scene=infusing&min=20&rate=0');
  await enter(page, { symptoms: ['chestPain'], oxygenTenths: 20, respirations: 9 });
  await expect(page.getByRole('row', { name: /128\/79/ })).toContainText('red');
  await openLarge(page);
  const row = page.getByRole('dialog').getByRole('row', { name: /128\/79/ });
  await expect(row.getByRole('cell', { name: /red chest pain, .*2 L\/min/ })).toBeVisible();
  await expect(row.getByRole('cell', { name: /amber 9$/ })).toBeVisible();
});

test('a minute that passes moves "now", once', async ({ open }) => {
  const page = await open('scene=infusing&min=20&rate=0');
  await standing(page);
  const paints = await notePaints(page);
  await page.evaluate(() => window.stillroomPreview?.advance(60_000));
  await expect.poll(async () => (await paints()).length).toBe(1);
});

test('the picture dims with the room', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await expect.poll(async () => (await painted(page)).count).toBeGreaterThan(500);
  const level = async (value: string) => {
    await page.evaluate((to) => document.documentElement.style.setProperty('--screen-level', to), value);
    return (await painted(page)).brightest;
  };
  const bright = await level('1');
  await expect.poll(async () => level('0')).toBeLessThan(bright * 0.8);
});

test('the picture has the screen’s own pixels', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const fine = await page.context().browser()?.newContext({ deviceScaleFactor: 2 });
  const other = await fine?.newPage();
  await other?.goto(page.url());
  await expect
    .poll(async () => (other === undefined ? 0 : (await painted(other)).width / (await painted(other)).css))
    .toBeCloseTo(2, 1);
  await fine?.close();
});

test('one press makes it large, arrow keys read it out, Escape leads back to where it was', async ({ open }) => {
  const page = await open('scene=infusing&min=43&choice=set&rate=0');
  await page.getByRole('button', { name: LARGER }).focus();
  await page.keyboard.press('Enter');
  await expect(large(page)).toHaveAttribute('aria-valuetext', /minute 40: 139\/88.*\+21 \/ \+14 mmHg/);
  await large(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(large(page)).toHaveAttribute('aria-valuetext', /minute 30: 146\/92/);
  await expect(page.getByText(/minute 30: 146\/92/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(large(page)).toHaveAttribute('aria-valuenow', '1');
  await expect(page.getByText(/baseline: 118\/74/)).toBeVisible();
  const table = page.getByRole('dialog').getByRole('table');
  await expect(table.getByRole('row', { name: /\+30.*146\/92.*\+28 \/ \+18.*\+24 \/ \+24/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /\+30 .*Nausea/ })).toBeVisible();
  await expect(page.getByRole('timer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: LARGER })).toBeFocused();
});

test('a finger on the picture chooses the reading below it', async ({ open }) => {
  const page = await open('scene=infusing&min=43&rate=0');
  await openLarge(page);
  await large(page).click({ position: { x: 70, y: 60 } });
  await expect(large(page)).toHaveAttribute('aria-valuetext', /baseline: 118\/74/);
});

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`the large chart fits ${size.width} by ${size.height}, with nothing for axe to find`, async ({ open }) => {
    const page = await open('scene=recovery&rate=0');
    await page.setViewportSize(size);
    await page.getByText('Readings', { exact: true }).click();
    await openLarge(page);
    const fits = async (): Promise<boolean> => {
      const dialog = await page.getByRole('dialog').boundingBox();
      return (dialog?.y ?? -1) >= 0 && (dialog?.y ?? 0) + (dialog?.height ?? 0) <= size.height;
    };
    await expect.poll(fits).toBe(true);
    const original = page.getByRole('dialog').getByRole('row', { name: /164\/84.*amended: Typing error/ });
    await expect(original.locator('s')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
}
