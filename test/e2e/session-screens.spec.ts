import { type Page, expect } from 'playwright/test';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { stopClocks } from '../helpers/still-page.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The session screens, on the preview with main inside the page: nothing cut off, nothing small, all of it by keyboard. */

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** A 24-inch screen of 1920 by 1080 has this many pixels a millimetre. */
const PIXELS_PER_MM = 1920 / 531;

const press =
  (...names: readonly (string | RegExp)[]) =>
  async (page: Page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
  };
const part = (name: string) => async (page: Page) => page.getByText(name, { exact: true }).click();
const nothing = () => Promise.resolve();

/** What is looked at on one page, one after the other: a name, and how it is reached. Dialogs are closed again by Escape. */
type Steps = readonly (readonly [string, (page: Page) => Promise<void>])[];

const screens: readonly (readonly [string, Steps])[] = [
  [
    'scene=draft',
    [
      ['draft', nothing],
      ['handing over', press('Hand the screen to the patient')],
    ],
  ],
  ['scene=preChecks&choice=asking', [['the patient asks for help', press(/^Wishes/)]]],
  ['scene=ready&choice=set', [['wishes of the patient', press(/^Wishes and/, 'Wishes…')]]],
  [
    'scene=preChecks',
    [
      ['pre-checks', nothing],
      ['order', press(/^Order/)],
      ['override', press('Prescriber overrides…')],
    ],
  ],
  [
    'scene=ready',
    [
      ['baseline', press(/^Baseline/)],
      ['wishes', press(/^Wishes/)],
      ['a questionnaire read out', press('Fill in PHQ-9')],
      ['not given', press('No infusion today…')],
    ],
  ],
  ['scene=infusing&min=0&sec=20', [['just started', nothing]]],
  ['scene=infusing&min=18&sec=53&choice=set', [['infusion', nothing]]],
  ['scene=infusing&min=18&sec=53&choice=set&light=hand', [['infusion with lamps', nothing]]],
  ['scene=infusing&min=18&sec=53&light=lamps', [['zones', press(/^Zones/)]]],
  ['scene=infusing&min=15&light=held', [['held light', nothing]]],
  ['scene=infusing&min=22&light=comfort', [['comfort', nothing]]],
  ['scene=infusing&min=22&light=failed', [['a lamp that failed', nothing]]],
  ['scene=ready&light=darkest', [['how dark it will get', press(/^Wishes/)]]],
  ['scene=infusing&min=29&sec=10&choice=ownPhone', [['own phone', nothing]]],
  ['scene=paused&min=31', [['pump paused', nothing]]],
  [
    'scene=infusing&min=31',
    [
      ['pause dialog', press('Pump paused…')],
      ['stop dialog', press(/^Pump done/)],
      ['length dialog', press('Length…')],
      ['medication', press('Medicine…')],
      ['more events', press('More…')],
      ['handing over the room', press('Hand over…')],
      ['amend', press('Amend…', /^\d\d:\d\d 1/)],
    ],
  ],
  ['scene=infusing&min=31&signedOut', [['locked', nothing]]],
  ['scene=overtime', [['overtime', nothing]]],
  ['scene=emergency&min=22', [['emergency', nothing]]],
  [
    'scene=recovery',
    [
      ['recovery', nothing],
      ['readings', part('Readings')],
      ['dose', part('Dose')],
      ['score', part('Score')],
      ['leaving', part('Leaving')],
      ['sheets to take home', press('Sheets to take home…')],
    ],
  ],
];

/** Screens of the infusion, where nothing may need scrolling. */
const fitting: ReadonlySet<string> = new Set([
  ...['just started', 'infusion', 'infusion with lamps', 'held light', 'a lamp that failed', 'own phone'],
  ...['pump paused', 'overtime', 'emergency'],
]);

for (const [query, steps] of screens) {
  const names = steps.map(([name]) => name).join(', ');
  test(`${names}: nothing for axe to find, every target 48 px`, async ({ open }) => {
    const page = await open(query);
    for (const [name, reach] of steps) {
      await reach(page);
      expect(await axeFindings(page), name).toEqual([]);
      expect(await smallTargets(page), name).toEqual([]);
      if (fitting.has(name)) await expect.poll(() => scrolledOrCutOff(page)).toEqual([]);
      if (steps.at(-1)?.[0] === name) continue;
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

/** What does not fit the window at one of the two sizes: the scrolling that would be needed, and what is cut off. */
async function scrolledOrCutOff(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    if (overflow.some((pixels) => pixels > 0)) found.push(`${size.width}: scrolls by ${overflow.join(', ')}`);
    found.push(...(await cutOff(page)).map((text) => `${size.width}: ${text}`));
  }
  return found;
}

/** Buttons and figures that lie outside of the window or under the edge of their card. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main dd, main [role=timer] span')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const card = (element.closest('section') ?? document.body).getBoundingClientRect();
        return (
          box.right > card.right + 1 ||
          box.bottom > card.bottom + 1 ||
          box.bottom > innerHeight ||
          box.right > innerWidth
        );
      })
      .map((element) => element.textContent ?? ''),
  );
}

/** Height of the digits in an element as they are drawn, mm on the 24-inch screen. */
async function digitHeight(page: Page, text: RegExp): Promise<number> {
  const pixels = await page.evaluate((pattern) => {
    const leaves = [...document.querySelectorAll('main span')].filter(
      (span) => span.childElementCount === 0 && new RegExp(pattern).test(span.textContent ?? ''),
    );
    const heights = leaves.map((leaf) => {
      const style = getComputedStyle(leaf);
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) return 0;
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return context.measureText('0').actualBoundingBoxAscent;
    });
    return Math.max(0, ...heights);
  }, text.source);
  return pixels / PIXELS_PER_MM;
}

test('the countdown stands 25 mm high on a 24-inch screen, last figures and next due 12 mm', async ({ open }) => {
  const page = await open('scene=infusing&min=18&sec=53&rate=0');
  await page.setViewportSize({ width: 1920, height: 1080 });
  const tall = (digits: RegExp) => expect.poll(() => digitHeight(page, digits));
  await tall(/^31:07$/).toBeGreaterThanOrEqual(25);
  await tall(/^131\/85$/).toBeGreaterThanOrEqual(12);
  await tall(/^97 %$/).toBeGreaterThanOrEqual(12);
  await tall(/^11:07$/).toBeGreaterThanOrEqual(12);
});

test('a quiet infusion runs no animation', async ({ open }) => {
  const page = await open('scene=infusing&min=31');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

async function type(page: Page, values: readonly string[]): Promise<void> {
  await page.getByLabel('Systolic').focus();
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}

test('a reading takes digits and Enter alone, and is read back before it counts', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await type(page, ['128', '79', '97', '84']);
  await expect(page.getByText('128/79, SpO₂ 97 %, pulse 84')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Saved: 128\/79/)).toBeVisible();
  await expect(page.getByLabel('Systolic')).toHaveValue('');
  await expect(page.getByRole('row', { name: /128\/79/ })).toBeVisible();
});

test('an unlikely value is asked about; an impossible one is refused with its field and as it was typed', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31');
  await type(page, ['118', '76', '', '182']);
  await expect(page.getByText('pulse 182: sure?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Did you mean 82?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel('Pulse').fill('1820');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Pulse: 1820 is outside of 20 to 300.')).toBeVisible();
  await expect(page.getByLabel('Pulse')).toHaveValue('1820');
});

test('a reading that could not be written stands marked among the others and in the strip, until it is saved', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31');
  await page.evaluate(() => window.stillroomPreview?.refuseDisk('disk.full'));
  await type(page, ['128', '79', '97', '84']);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not saved yet: 128/79')).toBeVisible();
  await expect(page.getByRole('row', { name: /128\/79.*not saved yet/ })).toBeVisible();
  const strip = page.getByRole('alert', { name: 'Not saved yet' });
  await expect(strip).toContainText('the disk is full');
  await expect(strip.getByRole('listitem').first()).toContainText(/\d\d:\d\d .*128\/79/);
  // The form is free for the next one.
  await expect(page.getByLabel('Systolic')).toHaveValue('');
  await page.evaluate(() => window.stillroomPreview?.refuseDisk(null));
  await expect(page.getByText(/Saved: 128\/79/)).toBeVisible();
  await expect(strip).toBeHidden();
});

test('the keypad types into the field that has the focus', async ({ open }) => {
  const page = await open('scene=infusing&min=31');
  await page.getByRole('button', { name: 'Keypad' }).click();
  for (const key of ['1', '2', '8', 'Next field', '7', '9'])
    await page.getByRole('button', { name: key, exact: true }).click();
  await expect(page.getByLabel('Systolic')).toHaveValue('128');
  await expect(page.getByLabel('Diastolic')).toHaveValue('79');
});

test('the start takes two keys, and the first alone does nothing', async ({ open }) => {
  const page = await open('scene=ready&rate=0');
  await stopClocks(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await page.clock.runFor(2_900);
  await expect(page.getByText('Press Enter within 3 seconds')).toBeVisible();
  await page.clock.runFor(200);
  await expect(page.getByText('Press Enter within 3 seconds')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Mask down\./)).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('50:00');
});

test('letting go of Start too early starts nothing', async ({ open }) => {
  const page = await open('scene=ready&rate=0');
  await stopClocks(page);
  const start = page.getByRole('button', { name: /^Start/ });
  await start.hover();
  await page.mouse.down();
  await page.clock.runFor(1_400);
  await expect(start).toHaveAttribute('data-holding', 'true');
  await page.mouse.up();
  await expect(start).toHaveAttribute('data-holding', 'false');
  await page.clock.runFor(5_000);
  await expect(start).toBeVisible();
  await page.mouse.down();
  await page.clock.runFor(1_600);
  await expect(page.getByText(/^Mask down\./)).toBeVisible();
  await page.mouse.up();
});

test('an event takes one press, says what is done first, and can be taken back', async ({ open }) => {
  const page = await open('scene=infusing&min=20&rate=0');
  await page.getByRole('button', { name: 'Nausea' }).click();
  await expect(page.getByText('basin within reach')).toBeVisible();
  await page.getByRole('button', { name: 'moderate' }).click();
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByRole('button', { name: /^Take back/ })).toBeHidden();
  await page.getByRole('button', { name: 'More…' }).click();
  await expect(page.locator('s', { hasText: 'Nausea, moderate' })).toBeVisible();
});

test('what goes on stays in sight until it is settled, by one press', async ({ open }) => {
  const page = await open('scene=infusing&min=20');
  for (const name of ['Dizziness', 'Vomiting']) await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'severe' }).click();
  await page.evaluate(() => window.stillroomPreview?.advance(60_000));
  const strip = page.getByRole('group', { name: 'What goes on' });
  await expect(strip).toContainText(/Vomiting.*Dizziness/);
  expect(await cutOff(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dizziness: settled' }).click();
  await expect(strip).not.toContainText('Dizziness');
  await page.getByRole('button', { name: 'Vomiting: settled' }).click();
  await expect(strip).toBeHidden();
});

test('a patient who gets up: the pump is asked for; a call counts until it is answered', async ({ open }) => {
  const page = await open('scene=infusing&min=20&rate=0');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('Doctor called');
  await press('Patient up');
  await page.evaluate(() => window.stillroomPreview?.advance(60_000));
  await expect(page.getByText('Doctor: no answer 01:00')).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await press('stopped');
  await expect(page.getByText('Pump paused 00:00')).toBeVisible();
});

test('F9 begins the emergency from inside a dialog, and the countdown stays in sight', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await page.getByRole('button', { name: 'Medicine…' }).click();
  await page.getByRole('textbox', { name: 'Medicine' }).fill('Ondansetron');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Emergency' })).toBeVisible();
  await expect(page.getByText('19:00')).toBeVisible();
  await expect(page.getByText('about 22.3 mg Ketamine')).toBeVisible();
  await page.getByRole('button', { name: /Pump stopped/ }).click();
  await expect(page.getByRole('button', { name: /Pump stopped ✓/ })).toBeVisible();
});

test('an amendment keeps the original, struck through', async ({ open }) => {
  const page = await open('scene=infusing&min=20');
  await page.getByRole('button', { name: 'Amend…' }).click();
  await page.getByRole('button', { name: /131\/85/ }).click();
  await page.getByText('Typing error').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Systolic').fill('133');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('s', { hasText: '131/85' })).toBeVisible();
  await expect(page.getByRole('row', { name: /133\/85/ })).toBeVisible();
});

test('symptoms that a reading told of are not asked for again, and seen with it is not seen without', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31');
  await type(page, ['156', '85', '97']);
  await page.getByRole('button', { name: 'Which…' }).click();
  await page.getByRole('button', { name: 'dizzy' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('status', { name: 'A band asks for an answer' });
  await expect(asked.getByText('dizzy')).toBeVisible();
  await expect(asked.getByText('Symptoms? Chest')).toBeHidden();
  await asked.getByRole('button', { name: 'Seen', exact: true }).click();
  await expect(asked).toBeHidden();
});

test('a band that only the old baseline raised stays beside its reading, and says why it is gone', async ({ open }) => {
  const page = await open('scene=infusing&min=31');
  await type(page, ['156', '85', '97', '84']);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Seen, no symptoms' }).click();
  const gone = page.getByText('was raised, before another value was amended');
  await expect(page.getByRole('row', { name: /156\/85/ })).toBeVisible();
  await expect(gone).toBeHidden();
  await page.getByRole('button', { name: 'Amend…' }).click();
  await page.getByRole('button', { name: /118\/74/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Typing error').click();
  await dialog.getByLabel('Systolic').fill('134');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await dialog.getByRole('button', { name: /^(Save|Yes, save)/ }).click();
  await expect(gone).toBeVisible();
});

test('the screen grows dark with the room and does not brighten by itself', async ({ open }) => {
  const page = await open('scene=infusing&min=46');
  const level = async () =>
    page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--screen-level')));
  const dark = await level();
  expect(dark).toBeLessThan(0.4);
  await page.evaluate(() => window.stillroomPreview?.advance(2 * 60_000));
  await expect(page.getByText('25 %', { exact: true })).toBeVisible();
  expect(await level()).toBe(dark);
});
