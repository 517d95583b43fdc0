import { type Page, expect } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The review on the preview with main inside the page: what is to be seen at a glance is there without scrolling. */

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

/** Whether nothing of the page has to be scrolled into view. */
async function fits(page: Page): Promise<boolean> {
  return page
    .getByRole('main')
    .evaluate((main) => main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth);
}

/** Notes each word that a chart paints from now on, by how far down the window its middle is, px. */
async function noteWords(page: Page): Promise<() => Promise<Readonly<Record<string, number>>>> {
  await page.evaluate(() => {
    const noting = window as unknown as { words: Record<string, number> };
    noting.words = {};
    const { prototype } = CanvasRenderingContext2D;
    const clear = Reflect.get(prototype, 'clearRect') as (...box: number[]) => void;
    const fill = Reflect.get(prototype, 'fillText') as (text: string, x: number, y: number) => void;
    prototype.clearRect = function forgotten(...box: number[]) {
      noting.words = {};
      clear.apply(this, box);
    };
    prototype.fillText = function noted(text: string, x: number, y: number) {
      noting.words[text] = this.canvas.getBoundingClientRect().top + y;
      fill.call(this, text, x, y);
    };
  });
  return async () => page.evaluate(() => (window as unknown as { words: Record<string, number> }).words);
}

/** What of a row of the list is not to be read whole, where its patient has this name: name, birth date or a mark. */
async function cutOff(page: Page, place: number, name: string): Promise<readonly string[]> {
  return page.locator(`[data-place="${place}"]`).evaluate((row, called) => {
    row.querySelector('strong')?.replaceChildren(called);
    const seen = row.getBoundingClientRect();
    const parts = [...row.querySelectorAll<HTMLElement>('span > *')];
    return parts
      .filter((part) => {
        const { top, right, bottom, left } = part.getBoundingClientRect();
        const isOut = top < seen.top || left < seen.left || bottom > seen.bottom || right > seen.right;
        return isOut || part.scrollWidth > part.clientWidth + 1;
      })
      .map(({ innerText }) => innerText);
  }, name);
}

test('one session at a glance: figures, a chart to look into, the record with what was amended', async ({ open }) => {
  const page = await open('past=1&rate=0');
  await page.getByText('Review').first().click();
  await page.getByText('Jordan').first().click();
  const facts = page.locator('dl[aria-label="In short"]');
  await expect(facts).toContainText('0.5 mg/kg given (72 kg)');
  await expect(facts).toContainText('! recovery +15 missing');
  await expect(page.getByText(/Record verified, \d+ entries\./).first()).toBeVisible();
  for (const size of [SMALL, LARGE]) {
    await page.setViewportSize(size);
    await expect.poll(() => fits(page)).toBe(true);
  }

  const chart = page.getByRole('slider', { name: 'Readings one by one' });
  const shown = page.getByRole('slider', { name: 'The stretch that is shown' });
  await expect(chart).toHaveAttribute('aria-valuemax', '8');
  await chart.focus();
  await page.keyboard.press('Home');
  for (let near = 0; near < 3; near += 1) await page.keyboard.press('+');
  await expect(chart).toHaveAttribute('aria-valuemax', '2');
  await page.keyboard.press('0');
  const box = await chart.boundingBox();
  const across = (share: number): [number, number] => [(box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + 40];
  await page.mouse.move(...across(0.3));
  await page.mouse.down();
  await page.mouse.move(...across(0.5), { steps: 4 });
  await page.mouse.up();
  await expect(shown).toHaveAttribute('aria-valuetext', /minute \+(2|3)\d to \+(4|5|6)\d/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(chart).toHaveAttribute('aria-valuemax', '8');

  // What is out of sight is drawn after the rest, and then it is all there.
  await page.getByLabel('What to show').selectOption('all');
  const told = /^(\d+) of \1$/;
  const record = page.getByRole('list', { name: 'Record', exact: true });
  const [, all = '0'] = told.exec(await page.getByText(told).innerText()) ?? [];
  expect(Number(all)).toBeGreaterThan(30);
  await expect(record.getByRole('listitem')).toHaveCount(Number(all));

  await page.getByLabel('What to show').selectOption('readings');
  const amended = page.getByRole('listitem').filter({ hasText: 'Typing error' }).first();
  await expect(amended.locator('del')).toContainText('164/84');
  await expect(amended.locator('ins')).toContainText('134/84');
  expect(await axeFindings(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('[data-theme]')?.removeAttribute('data-theme'));
  await page.getByText('Protocol and proof').click();
  await expect(page.getByText('This is the version in force today.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

for (const [where, query, opening] of [
  ['', 'past=2&rate=0', []],
  [', also under the bar of a session that runs', 'scene=infusing&past=2&rate=0', ['R. Alvarez, RN', 'Review']],
] as const)
  test(`what happened is on one screen however long the names and however much the facts say: readings, phases, music and light${where}`, async ({
    open,
  }) => {
    const page = await open(query);
    for (const name of opening) await page.getByRole('button', { name }).last().click();
    if (opening.length === 0) await page.getByText('Review').first().click();
    await expect(page.getByRole('region', { name: 'Running session' })).toHaveCount(opening.length === 0 ? 0 : 1);
    // The one that runs comes first and is not to be looked at here.
    await page.locator(`[data-place="${opening.length === 0 ? 0 : 1}"]`).click();
    await expect(page.getByText(/Record verified, \d+ entries\./).first()).toBeVisible();
    const words = await noteWords(page);
    const lanesAreIn = async ({ height }: typeof SMALL): Promise<void> => {
      for (const lane of ['Infusion', 'Recovery', 'music', 'room light'])
        await expect.poll(async () => (await words())[lane] ?? Infinity).toBeLessThan(height - 24);
    };
    // The bar takes a line: there the lanes give way to the longest of all facts, and stand beside usual ones.
    const [shown, longest] = opening.length === 0 ? [[], [LARGE, SMALL]] : [[LARGE, SMALL], []];
    for (const size of shown) {
      await page.setViewportSize(size);
      await lanesAreIn(size);
    }
    await page.getByRole('main').evaluate((main) => {
      const say = (selector: string, said: string): void => {
        for (const element of main.querySelectorAll(selector)) (element.firstChild ?? element).nodeValue = said;
      };
      say('header h2', 'Maria-Fernanda de la Concepción Gutiérrez-Villanueva Castellanos, 17 Oct 1939');
      say('dd[title]', '0.36 mg/kg given (103 kg), ordered 52 mg, discarded 15.1 mg and much more beside it');
    });
    await expect(page.getByRole('heading', { name: /Castellanos, 17 Oct 1939, infusion/ })).toBeVisible();
    for (const size of longest) {
      await page.setViewportSize(size);
      await lanesAreIn(size);
    }
    for (const size of [LARGE, SMALL]) {
      await page.setViewportSize(size);
      await expect.poll(() => fits(page)).toBe(true);
    }
  });

test('a long list: words, marks, order and kept filters, the keys to its end, and only what is in sight drawn', async ({
  open,
}) => {
  const page = await open('past=5&rate=0&rows=5000');
  await page.getByText('Review').first().click();
  const list = page.getByRole('navigation', { name: 'Sessions' });
  const told = list.getByRole('status');
  await expect(told).toHaveText('5000 sessions');
  expect(await list.getByRole('listitem').count()).toBeLessThan(40);
  // Of a row with every mark each is to be read whole, at both sizes, also under a long name.
  for (const size of [LARGE, SMALL]) {
    await page.setViewportSize(size);
    for (const [place, all] of [
      [0, '▲ red ! 12 adverse ! early ! emergency ○ unsigned'],
      [5, 'Recovery ▲ red ! 12 adverse ! early ! emergency ○ unsigned'],
    ] as const) {
      await expect(page.locator(`[data-place="${place}"]`)).toContainText(all);
      expect(await cutOff(page, place, 'Ana Ruiz')).toEqual([]);
      expect(await cutOff(page, place, 'Charlotte-Alexandra Jones')).toEqual([]);
    }
  }
  const find = page.getByRole('searchbox', { name: 'Find' });
  await find.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.locator('[data-place="4999"]')).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(find).toBeFocused();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('button', { name: /^Red reading 1000$/ }).click();
  await expect(told).toHaveText('1000 sessions');
  await page.getByRole('button', { name: 'Keep this filter' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Red ones');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Without filters' }).click();
  await find.fill('pri');
  await expect(told).toHaveText('1250 sessions');
  await page.getByLabel('Kept filters').selectOption('Red ones');
  await expect(told).toHaveText('250 sessions');
  expect(await axeFindings(page)).toEqual([]);

  // Two of one patient, chosen at their place in the list, stand beside each other; the way back leads to that place.
  await page.getByRole('button', { name: 'Without filters' }).click();
  await find.fill('jordan');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(told).toHaveText('1250 sessions');
  await find.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Compare two' }).click();
  await expect(page.locator('dl[aria-label="In short"]')).toHaveCount(2);
  await expect(page.getByText('Two patients')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the session' }).click();
  await expect(told).toHaveText('1250 sessions, 2 chosen');
  await expect(find).toHaveValue('jordan');
  // Another page of the review in between changes nothing of it.
  await page.getByText(/^Waiting/).click();
  await page.getByText('Sessions', { exact: true }).click();
  await expect(told).toHaveText('1250 sessions, 2 chosen');
  await expect(find).toHaveValue('jordan');
  // Who may be meant is said beside the list, also after another page, and one press makes a filter of it.
  const meant = page.getByRole('group', { name: 'Or do you mean' }).getByRole('button');
  await expect(meant).toHaveCount(0);
  await find.fill('alva');
  await expect(meant).toHaveCount(1);
  await page.getByText(/^Waiting/).click();
  await page.getByText('Sessions', { exact: true }).click();
  await meant.click();
  await expect(find).toHaveValue('');
  await page.getByRole('button', { name: 'Filters (on)' }).click();
  await page.getByRole('button', { name: 'Without filters' }).click();
  await page.getByRole('button', { name: 'Compare two' }).click();
  await expect(page.getByRole('heading', { name: 'Two sessions side by side' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
});

test('a course: readings over each other, choices beside events, two sessions side by side', async ({ open }) => {
  const page = await open('past=4&rate=0');
  await page.getByText('Review').first().click();
  await page.getByText('Jordan').first().click();
  await page.getByRole('button', { name: 'Course', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Jordan Miller, 12 Apr 1988: course' })).toBeVisible();
  await expect(page.getByText('2 sessions.')).toBeVisible();
  await expect(page.locator('polyline')).toHaveCount(4);
  for (const [measure, lines] of [
    ['SpO₂', 2],
    ['Pulse', 2],
    ['BP', 4],
  ] as const) {
    await page.getByText(measure, { exact: true }).click();
    await expect(page.locator('polyline')).toHaveCount(lines);
    await expect(page.locator('polyline').first()).toHaveAttribute('points', /^[\d.]+,[\d.]+ /);
  }
  const rows = page.getByRole('region', { name: 'Infusions' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(
    /36 mg \(0.5 mg\/kg\)50 of 50 min118\/74146\/9295 %Shoreline.*Nausea.*score 10/,
  );
  await expect(page.getByText('No scores yet for this patient.')).toBeVisible();

  // Weeks later, by telephone: read out, answered by digits, paused and gone on with; item 9 asks for a talk.
  for (const digit of ['2', '1']) {
    await page.getByRole('button', { name: 'Questionnaire…' }).click();
    await page.getByRole('button', { name: 'PHQ-9' }).click();
    for (let question = 1; question <= 9; question += 1) {
      await expect(page.getByText(`${question} of 9.`)).toBeVisible();
      await page.keyboard.press(digit);
    }
    await page.getByRole('button', { name: 'Finish' }).click();
  }
  await expect(page.getByText('18 to 9: 9 points fewer since the first.')).toBeVisible();
  await expect(page.getByText(/A change of 5 or more is called meaningful/)).toBeVisible();
  await page.getByRole('button', { name: 'Spoken with…' }).click();
  await page.getByText('Go on', { exact: true }).click();
  await page.getByLabel('In a line: what was said').fill('No plan.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Speak with the patient.')).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);
  for (const place of [0, 1])
    await page
      .getByRole('button', { name: /^Chosen to compare/ })
      .nth(place)
      .click();
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page.locator('dl[aria-label="In short"]')).toHaveCount(2);
  expect(await axeFindings(page)).toEqual([]);
});

test('what cannot be read is said, with a press that tries again, and never looks as if it were still on its way', async ({
  open,
}) => {
  const page = await open('past=4&rate=0');
  const fail = (name: 'course.infusions' | 'session.checked' | 'session.open' | 'session.reads') =>
    page.evaluate((what) => window.stillroomPreview?.failNext(what, 'broken', 'record.lost'), name);
  const main = page.getByRole('main');
  const alert = main.getByRole('alert');
  const tried = main.getByRole('button', { name: 'Try again' });
  await fail('session.open');
  await page.getByText('Review').first().click();
  await expect(alert).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await fail('session.checked');
  await fail('session.reads');
  await tried.click();
  await expect(alert).toHaveCount(0);
  await expect(main.getByText('! The record could not be checked just now.')).toBeVisible();
  await expect(main.getByText('Checking the record')).toHaveCount(0);
  await page.getByText('Protocol and proof').click();
  await expect(main.getByRole('region', { name: 'Protocol and proof' }).getByText('One moment…')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);

  await fail('course.infusions');
  await page.getByRole('button', { name: 'Course', exact: true }).click();
  await expect(alert).toBeVisible();
  await expect(main.getByText('One moment…')).toHaveCount(0);
  await tried.click();
  await expect(page.getByText(/^\d+ sessions?\./)).toBeVisible();
  await expect(alert).toHaveCount(0);

  // Of two beside each other the one that was read stays.
  for (const place of [0, 1])
    await page
      .getByRole('button', { name: /^Chosen to compare/ })
      .nth(place)
      .click();
  await fail('session.open');
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page.locator('dl[aria-label="In short"]')).toHaveCount(1);
  await tried.click();
  await expect(page.locator('dl[aria-label="In short"]')).toHaveCount(2);
});
