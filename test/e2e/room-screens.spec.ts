import { type Page, expect } from 'playwright/test';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { previewSets } from '../helpers/in-page/music.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The screens around a session, on the preview with main inside the page: reachable by keyboard, readable, large enough. */

const press =
  (...texts: readonly string[]) =>
  async (page: Page) => {
    for (const text of texts) await page.getByText(text).first().click();
  };
const nothing = () => Promise.resolve();

const screens: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  ['first run', 'app=setup&passphrase', nothing],
  ['first run with errors', 'app=setup&passphrase', press('Set up the room')],
  ['passphrase', 'app=locked', nothing],
  ['broken record', 'app=broken', nothing],
  ['sign-in', 'signedOut', nothing],
  ['PIN', 'signedOut', press('R. Alvarez')],
  ['start page', 'past=1', nothing],
  ['new patient', '', press('Patient session', '+ Add a patient')],
  ['new session', '', press('Patient session', 'Jordan')],
  ['practice', '', press('Practice session')],
  ['patients', '', press('Patients', 'Priya')],
  ['review', 'past=1', press('Review', 'Jordan')],
  ['settings', '', press('Settings', '+ Add someone')],
  ['music sets', '', press('Settings', 'Open the sets', 'Shoreline', 'Make a copy')],
  ['lamps', 'lamps', press('Settings', 'Open the lamps')],
  ['a connection', '', press('Settings', 'Open the lamps', '+ Add a connection', 'Or choose', 'MQTT', 'Test and save')],
  ['a lamp', 'lamps', press('Settings', 'Open the lamps', '+ Add a lamp', 'Save the lamp')],
  ['cue sheet', '', press('Settings', 'Open the cue sheet', '☀ 5 %')],
  ['cue sheet, preview', '', press('Settings', 'Open the cue sheet', 'Preview')],
  ['running strip', 'scene=infusing', press('R. Alvarez, RN', 'Start page')],
];

for (const [name, query, reach] of screens) {
  test(`${name}: reached at 200 % text, nothing for axe to find, every target 48 px`, async ({ open }) => {
    const page = await open(query);
    await page.setViewportSize({ width: 683, height: 384 });
    await reach(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });
}

test('signing in takes a name and four digits on the keyboard', async ({ open }) => {
  const page = await open('signedOut');
  await page.getByRole('button', { name: 'R. Alvarez, RN' }).press('Enter');
  await page.keyboard.type('1111');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not fit');
  await page.keyboard.type('2580');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Room 2' })).toBeVisible();
});

test('the first run names every field that is wrong and goes to the first', async ({ open }) => {
  const page = await open('app=setup');
  await page.getByRole('button', { name: 'Set up the room' }).click();
  await expect(page.getByLabel('Room name')).toBeFocused();
  await expect(page.getByText('Give the room a name.')).toBeVisible();
  await expect(page.getByText('A PIN has 4 to 8 digits, and nothing else.')).toBeVisible();
  await page.getByLabel('Room name').fill('Room 3');
  await expect(page.getByText('Give the room a name.')).toBeHidden();
});

test('"?" shows the keys of the screen, but in a field it is a question mark', async ({ open }) => {
  const page = await open('');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Lights full');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('n');
  await page.getByLabel('Find a patient').fill('');
  await page.keyboard.type('n?');
  await expect(page.getByLabel('Find a patient')).toHaveValue('n?');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('locking hides the patient and leaves the session on the screen', async ({ open }) => {
  const page = await open('scene=infusing');
  await expect(page.getByText('Jordan Miller').first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('Jordan Miller')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Emergency/ })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Nausea' })).toBeEnabled();
});

test('patient data locks by itself after the minutes of the settings', async ({ open }) => {
  const page = await open('');
  await page.clock.install();
  await page.reload();
  await page.getByRole('heading', { name: 'Room 2' }).waitFor();
  await page.clock.fastForward(4 * 60_000);
  await page.keyboard.press('Shift');
  await page.clock.fastForward(4 * 60_000);
  await expect(page.getByRole('heading', { name: 'Room 2' })).toBeVisible();
  await page.clock.fastForward(60_001);
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible();
});

test('someone alike is shown before a patient is added twice', async ({ open }) => {
  const page = await open('');
  await press('Patient session', '+ Add a patient')(page);
  await page.getByLabel('Name').fill('jordan MILLER');
  await page.getByLabel('Birth date').fill('1988-04-12');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is someone like this already.')).toBeVisible();
  await page.getByRole('button', { name: /Choose Jordan Miller/ }).click();
  await expect(page.getByText('This is infusion 3 of 6')).toBeVisible();
});

test('a new session needs a patient and a course, and opens with one press', async ({ open }) => {
  const page = await open('');
  await press('Patient session')(page);
  await expect(page.getByRole('button', { name: 'Open session' })).toBeDisabled();
  await page.getByLabel('Find a patient').fill('novak');
  await press('Tomáš Novák', 'New course of 6')(page);
  await expect(page.getByText('This is infusion 1 of 6')).toBeVisible();
  await page.getByRole('button', { name: 'Open session' }).click();
  await expect(page.getByText('Tomáš Novák')).toBeVisible();
  await expect(page.getByText('Infusion 1 of 6')).toBeVisible();
});

test('a press that is quicker than the list of music sets waits for it, and the first set is the session’s', async ({
  open,
}) => {
  const page = await open('');
  await page.evaluate(() => {
    const { bridge } = window.stillroomPreview!;
    const { request } = bridge;
    const told = new Promise<void>((tell) => Object.assign(window, { tellSets: tell }));
    const slow = async (message: string): Promise<string> => {
      if (message.includes('"music.sets"')) await told;
      return request(message);
    };
    Object.assign(bridge, { request: slow });
  });
  await press('Practice session')(page);
  await page.getByRole('button', { name: 'Begin practice' }).click();
  await expect(page.getByRole('button', { name: 'Opening…' })).toBeDisabled();
  await page.evaluate(() => (window as unknown as { tellSets: () => void }).tellSets());
  await page.getByRole('button', { name: 'Begin pre-checks' }).waitFor();
  const music = await page.evaluate(() => {
    const { sessions, status } = window.stillroomPreview!;
    return (
      sessions.get(status.liveSessionId ?? '')?.session.musicHash ?? [...sessions.values()].at(-1)?.session.musicHash
    );
  });
  expect(music).toBe(previewSets[0]?.musicHash);
});

test('over a running session the review keeps countdown, way back and emergency on top', async ({ open }) => {
  const page = await open('scene=infusing&past=1&rate=0');
  await press('R. Alvarez, RN', 'Review')(page);
  const strip = page.getByRole('region', { name: 'Running session' });
  await expect(strip).toContainText('31:07');
  await page.getByRole('button', { name: /unwell/ }).click();
  await expect(page.getByText('warm sea').first()).toBeVisible();
  await expect(strip).toContainText('31:07');
  await page.keyboard.press('F9');
  await expect(page.getByText(/Emergency/).first()).toBeVisible();
  await expect(strip).toBeHidden();
});

test('an answer to speak about is told at once and on top of whatever is read, also of a form that is paused', async ({
  open,
}) => {
  const page = await open('scene=ready');
  await press('Wishes and music')(page);
  await page.getByRole('button', { name: 'Fill in PHQ-9' }).click();
  for (let question = 1; question < 9; question += 1) {
    await expect(page.getByText(`${question} of 9.`)).toBeVisible();
    await page.keyboard.press('0');
  }
  await expect(page.getByText('9 of 9.')).toBeVisible();
  await expect(page.getByText('Speak with the patient')).toHaveCount(0);
  await page.keyboard.press('1');
  await press('Pause: go on later')(page);
  await expect(page.getByRole('button', { name: 'Spoken with…' })).toBeVisible();
  await press('R. Alvarez, RN', 'Review')(page);
  const strip = page.getByRole('region', { name: 'Running session' });
  await expect(strip).toContainText('Speak with the patient before the start.');
});

test('what is not saved says so until it is', async ({ open }) => {
  const page = await open('scene=infusing');
  await page.evaluate(() => {
    window.stillroomPreview?.failNext('session.command', 'unsaved', 'disk.full');
    window.stillroomPreview?.failNext('session.command', 'refused', 'session.stale');
  });
  await page.getByRole('button', { name: 'Vomiting' }).click();
  await expect(page.getByText('the disk is full')).toBeVisible();
  await expect(page.getByText('Not taken when it was tried again')).toBeVisible();
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText('Not taken when it was tried again')).toBeHidden();
});
