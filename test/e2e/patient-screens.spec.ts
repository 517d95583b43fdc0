import { type Page, expect } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { atRest } from '../helpers/still-page.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The patient's window, on the preview with main's side inside the page and no sound. */

const shots = process.env['STILLROOM_SHOTS'];
const choice = (page: Page) => page.evaluate(() => window.stillroomIntake?.view().asks?.choice);
const forward = (page: Page) => page.locator('footer').getByRole('button').last();

/** Buttons and fields that a shaking hand would miss, and what is wider than the screen. */
async function faults(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((px) => {
    const small = [...document.querySelectorAll('button, select, textarea, input')].filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      // A question that nobody is there for is out of sight, and nobody's to press.
      if (target.closest('[style*="display: none"]') !== null) return false;
      return width < px - 0.5 || height < px - 0.5;
    });
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return [...small.map((target) => target.outerHTML.slice(0, 90)), ...(wide > 0 ? [`${wide} px too wide`] : [])];
  }, least);
}

/** Looks at the screen at its size and at 200 % text, after what moves has come to rest. */
async function look(page: Page, name: string, least = 56): Promise<void> {
  await atRest(page);
  expect(await axeFindings(page), name).toEqual([]);
  expect(await faults(page, least), name).toEqual([]);
  if (shots !== undefined) await page.screenshot({ path: `${shots}/patient-${name}.png` });
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await faults(page, least), `${name} at 200 %`).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('what is heard, asked in German: the volume first, cards that go where they do not fit, one’s own music', async ({
  open,
}) => {
  const page = await open('own&voices&sheet', 'patient');
  await press(page, 'Deutsch');
  await expect(page.getByText('Diese Fragen sind auf Englisch.')).toBeVisible();
  await look(page, 'questionnaire');
  await press(page, 'Nearly every day');
  await expect(page.getByRole('heading', { name: 'Feeling down, depressed, or hopeless' })).toBeFocused();
  await press(page, 'Eine Pause');
  await press(page, 'Den Rest auslassen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'Willkommen' })).toBeVisible();
  await look(page, 'welcome');
  await press(page, 'Beginnen');
  await expect(page.getByRole('heading', { name: 'Setzen Sie die Kopfhörer auf' })).toBeFocused();
  await press(page, 'Ich bin so weit');
  await press(page, 'Leiser');
  await look(page, 'volume');
  await press(page, 'Genau richtig');

  // No voices: the sung set goes, and it stays chosen behind nobody's back.
  await page.getByRole('button', { name: 'Evening Choir' }).click();
  await expect(page.getByRole('button', { name: 'Diese, bitte' })).toBeVisible();
  await press(page, 'Ohne Stimmen');
  await expect(page.getByRole('button', { name: 'Evening Choir' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Überspringen' })).toBeVisible();
  await page.getByRole('button', { name: 'Understory' }).click();
  await expect(page.getByText('Holz, Atem, tiefes Summen')).toBeVisible();
  await look(page, 'music');
  await press(page, 'Ich hätte gern Hilfe');
  await expect(page.getByRole('button', { name: 'Es wurde jemand gerufen', pressed: true })).toBeVisible();
  await press(page, 'Meine eigene Musik');
  await press(page, 'Weiter');
  await expect(page.getByRole('button', { name: 'Die Musik, die ich mitgebracht habe', pressed: true })).toBeVisible();
  expect(await faults(page, 56)).toEqual([]);
  await press(page, 'Zurück');
  await page.getByRole('button', { name: 'Understory' }).click();
  await press(page, 'Diese, bitte');
  await press(page, 'Für jeden Besuch');
  await press(page, 'Weiter');
  await expect
    .poll(() => choice(page))
    .toMatchObject({
      language: 'de',
      music: { kind: 'set', musicHash: 'hash-understory' },
      scope: 'course',
      noVoices: true,
    });

  // Who comes back later sees at once what stands, and changes one thing.
  await page.evaluate(() => window.stillroomIntake?.push({ screen: 'resting' }));
  await page.evaluate(() => window.stillroomIntake?.push({ screen: 'asking' }));
  await press(page, 'Sehen, was ich gewählt habe');
  await expect(page.getByText('Für jeden Besuch')).toBeVisible();
});

test('the wishes, asked in German, and all of it said back in plain words', async ({ open }) => {
  const page = await open('alone', 'patient');
  await press(page, 'Deutsch');
  await press(page, 'Beginnen');
  await press(page, 'Ohne Hören weiter');
  await press(page, 'Ruhe, bitte');
  await press(page, 'Weiter');
  await page.getByLabel('In Ihren eigenen Worten').fill('Ein wenig freundlicher zu mir sein');
  await look(page, 'intention');
  await press(page, 'Weiter');
  await press(page, 'Eine weiche Maske');
  await press(page, 'Angelehnt');
  expect(await faults(page, 56)).toEqual([]);
  await press(page, 'Weiter');
  await press(page, 'Dämmrig');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--screen-level')))
    .toBe('0.12');
  await look(page, 'dark');
  await press(page, 'Weiter');
  await press(page, 'Bitte nicht berühren');
  await press(page, 'Weiter');
  await press(page, 'Ich hebe die Hand');
  await press(page, 'Weiter');
  await press(page, 'Überspringen');
  for (const words of ['Ruhe, ohne Musik', 'Ein wenig freundlicher zu mir sein', 'Dämmrig', 'Offen gelassen'])
    await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByText('Mit weicher Maske, Tür angelehnt')).toBeVisible();
  await expect(page.getByText('nur für meine Pflegekraft, nicht in Berichten')).toBeVisible();
  await look(page, 'summary');
  await expect
    .poll(() => choice(page))
    .toMatchObject({
      ...{ music: { kind: 'quiet' }, scope: null, loudness: null },
      intention: { readers: 'nurse', inExport: false },
      comfort: { eyes: 'mask', blanket: null, door: 'ajar', darkest: 0.12, approach: 'neverTouch', avoid: null },
    });
  // The sign is kept so that the nurse can read it.
  expect((await choice(page))?.comfort.stopSign).toBe('I raise my hand');

  await press(page, 'Personal');
  // A gloved hand of the staff's.
  await look(page, 'staff', 48);
  await page.getByRole('dialog').getByRole('button', { name: 'Zurück', exact: true }).click();
  await press(page, 'Es stimmt so');
  await expect(page.getByRole('heading', { name: 'Ein ruhiger Moment' })).toBeVisible();
  await expect(page.getByText('Ein wenig freundlicher')).toBeHidden();
  await look(page, 'resting');
});

test('by keyboard alone, in a language that is written from the right; the room’s keys do nothing here', async ({
  open,
}) => {
  const page = await open('last&mute', 'patient');
  await expect(page.getByText('Last time you chose Shoreline.')).toBeVisible();
  // No language of ours is written from the right yet: the direction is, from a document that says so.
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await page.getByRole('button', { name: 'The same again' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I am ready' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('You can choose all the same.')).toBeVisible();
  const side = async (name: string) => (await page.getByRole('button', { name, exact: true }).boundingBox())?.x ?? 0;
  expect(await side('Back')).toBeGreaterThan(1200);
  expect(await side('Staff')).toBeLessThan(200);
  // What nobody heard is not said to be just right.
  await expect(page.getByRole('button', { name: 'Just right' })).toBeHidden();
  for (const name of ['Softer', 'Louder']) await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
  expect(await side('Continue')).toBeLessThan(200);
  expect(await side('Softer')).toBeGreaterThan(await side('Louder'));
  expect(await faults(page, 56)).toEqual([]);
  await forward(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This is how it will be' })).toBeFocused();
  expect(await choice(page)).toMatchObject({ music: { kind: 'set' }, loudness: null });

  for (const key of ['F7', 'F8', 'n', 'v', '?', 'm', 's', 'Control+k']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: 'This is how it will be' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Staff', exact: true }).press('Enter');
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That PIN does not fit.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('who walks away is asked whether they are still there; then the screen rests, and one touch brings back what they had', async ({
  open,
}) => {
  const page = await open('sheet', 'patient');
  await page.clock.install();
  await press(page, 'Nearly every day');
  await expect(page.getByRole('heading', { name: 'Feeling down, depressed, or hopeless' })).toBeFocused();
  await page.clock.runFor(2 * 60_000);
  await page.keyboard.press('Tab');
  await page.clock.runFor(2 * 60_000);
  await expect(page.getByRole('heading', { name: 'Feeling down, depressed, or hopeless' })).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(page.getByRole('heading', { name: 'Are you still there?' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Feeling down, depressed, or hopeless' })).toBeHidden();
  await look(page, 'still-there');
  // A key that is meant for nothing changes nothing; the answer is at hand.
  await page.keyboard.press('a');
  await page.clock.runFor(60_000);
  await expect(page.getByRole('heading', { name: 'A quiet moment' })).toBeVisible();
  await look(page, 'left');
  await page.keyboard.press('Enter');
  await page.clock.runFor(1_000);
  await expect(page.getByRole('heading', { name: 'Feeling down, depressed, or hopeless' })).toBeFocused();
  await press(page, 'Not at all');
  await expect(page.getByRole('heading', { name: /^Trouble falling/ })).toBeVisible();
});

test('what was chosen at an earlier visit stands on its card', async ({ open }) => {
  const page = await open('last', 'patient');
  for (const name of ['Choose anew', 'Go on without listening']) await press(page, name);
  await expect(page.getByRole('button', { name: /^Shoreline.*Chosen last time$/ })).toBeVisible();
  await expect(page.getByText('Chosen', { exact: false })).toHaveCount(1);
});
