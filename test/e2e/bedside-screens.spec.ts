import { expect, type Page } from 'playwright/test';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** What may come up at the bedside, in the dimmed room: at both sizes all of it in sight, nothing for axe, and its words. */

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const later = (page: Page, ms: number) => page.evaluate((by) => window.stillroomPreview?.advance(by), ms);

/** Buttons and figures that lie outside of the window or of their card, and whatever scrolls but the table of all readings. */
async function outOfSight(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = document.querySelector('dialog[open]') ?? document.body;
    const cut = [...shown.querySelectorAll('button, dd, [role=timer] span')].filter((element) => {
      const box = element.getBoundingClientRect();
      const card = (element.closest('section') ?? document.body).getBoundingClientRect();
      return box.right > Math.min(innerWidth, card.right + 1) || box.bottom > Math.min(innerHeight, card.bottom + 1);
    });
    const scrolls = [...shown.querySelectorAll('*'), document.documentElement].filter(
      (element) =>
        element.scrollHeight > element.clientHeight + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
        element.querySelector(':scope > table') === null,
    );
    return [...cut, ...scrolls].map((element) => (element.textContent ?? '').slice(0, 60));
  });
}

const scenes: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  [
    'an amber band',
    'scene=infusing&min=44&read=166/98/97/90&rate=0',
    async (page) => {
      const asks = page.getByRole('status', { name: 'A band asks for an answer' });
      await expect(asks).toContainText(/Amber.*166\/98.*\+41 % vs baseline.*Symptoms\?/);
    },
  ],
  [
    'a red band while a patient vomits',
    'scene=infusing&min=44&read=186/112/97/104&rate=0',
    async (page) => {
      await press(page, 'Vomiting');
      await press(page, 'severe');
      const asks = page.getByRole('alert', { name: 'A band asks for an answer' });
      await expect(asks).toContainText(/Red.*186\/112.*What is done…/);
      await expect(page.getByRole('group', { name: 'What goes on' })).toContainText(/Vomiting.*basin.*Nausea/);
    },
  ],
  [
    'a reading that is late, and events',
    'scene=infusing&min=37&rate=0',
    async (page) => {
      await press(page, 'Dizziness');
      await later(page, 9 * 60_000);
      await expect(page.getByRole('region', { name: 'A reading is wanted' })).toContainText(/Reading late.*\+06:00/);
    },
  ],
  [
    'a patient who is up and a call that is open: in one row, one question at a time',
    'scene=infusing&min=18&rate=0',
    async (page) => {
      await press(page, 'Doctor called');
      await press(page, 'Patient up');
      await later(page, 60_000);
      const strip = page.getByRole('group', { name: 'What goes on' });
      await expect(strip).toContainText(/Patient up 01:00.*Pump\?.*Doctor: no answer 01:00/);
      await expect(strip.getByRole('button', { name: 'nurse', exact: true })).toBeHidden();
      await press(page, 'running');
      await expect(strip.getByRole('button', { name: 'nurse', exact: true })).toBeVisible();
      expect((await strip.boundingBox())?.height).toBeLessThan(70);
      await expect(page.getByRole('row', { name: /131\/85/ })).toBeVisible();
    },
  ],
  [
    'a pump that stood for long: the reading comes first, and the digits go into it',
    'scene=paused&min=20&rate=0',
    async (page) => {
      await later(page, 6 * 60_000);
      await expect(page.getByRole('region', { name: 'A reading is wanted' })).toContainText('Reading first');
      await press(page, 'Pump runs again');
      await expect(page.getByRole('dialog')).toContainText('The pump stood for 6 min and there is no reading yet.');
      await press(page, 'Reading first');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByLabel('Systolic')).toBeFocused();
      await page.keyboard.type('128');
      await expect(page.getByLabel('Systolic')).toHaveValue('128');
    },
  ],
  [
    'an adverse event, and who was told: one of the doctors or somebody else',
    'scene=infusing&min=18&rate=0',
    async (page) => {
      await press(page, 'More…');
      await press(page, 'Adverse event…');
      const asks = page.getByRole('dialog', { name: 'Adverse event' });
      await asks.getByText('severe', { exact: true }).click();
      await asks.getByLabel('What happened').fill('Fainted on the way');
      await asks.getByRole('button', { name: 'Someone else enters this…' }).click();
      await asks.getByRole('combobox').selectOption('J. Tan, RN');
      await asks.getByLabel('Their PIN').fill('2580');
      await press(page, 'Save the adverse event');
      await press(page, 'Told…');
      const told = page.getByRole('dialog', { name: 'Who was told' });
      await told.getByText('Somebody else').click();
      await told.getByLabel('Name').fill('Ward of St. Bride');
      await press(page, 'Save: told');
      await expect(page.getByRole('list', { name: 'Adverse events' })).toContainText(
        /Ward of St\. Bride told \d\d:\d\d/,
      );
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    },
  ],
  [
    'what the protocol lets be given: given, with the second check that waits, and another in words',
    'scene=infusing&min=18&medicines&rate=0',
    async (page) => {
      await press(page, 'Medicine…');
      const medicines = page.getByRole('list', { name: 'On the protocol’s standing order' });
      await medicines.getByRole('button', { name: 'Given' }).first().click();
      await expect(medicines).toContainText(/Ondansetron 4 mg IVgiven \d\d:\d\d \(4 mg\)/);
      const today = page.getByRole('list', { name: 'Medicines today' });
      await expect(today).toContainText(/order: the protocol’s standing order.*Second check….*Take back/);
      await later(page, 15_000);
      await expect(today).not.toContainText('Take back');
    },
  ],
  [
    'the medicine dialog',
    'scene=infusing&min=18&rate=0',
    async (page) => {
      await press(page, 'Medicine…');
      await expect(page.getByRole('dialog', { name: 'Medicine' })).toContainText(/Route.*When\?.*Save: given/);
    },
  ],
];

for (const [name, query, reach] of scenes)
  test(`${name}: in sight at both sizes, and nothing for axe`, async ({ open }) => {
    const page = await open(query);
    await reach(page);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await expect.poll(() => outOfSight(page), `${size.width} by ${size.height}`).toEqual([]);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });

test('the gate before the start: rest first, then the prescriber; nothing for axe', async ({ open }) => {
  const page = await open('scene=ready&read=166/104/97/90&rate=0');
  await page.getByRole('button', { name: /^Baseline/ }).click();
  await page.getByRole('button', { name: 'Accept as baseline' }).first().click();
  const gate = page.getByRole('region', { name: 'Outside the limits before a start' });
  await expect(gate).toContainText(/Let them rest.*Rest for 5 min.*Prescriber decides…/);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect(gate.getByRole('button', { name: 'Prescriber decides…' })).toBeInViewport({ ratio: 1 });
  }
  expect(await axeFindings(page)).toEqual([]);

  // Said by telephone it is that doctor's to sign; another one signs for them and says why.
  await page.evaluate(async () => {
    const args = { name: 'Dr. V. Berg', role: 'clinician', pin: '1357' };
    await window.stillroomPreview?.bridge.request(JSON.stringify({ name: 'staff.add', args }));
  });
  // Whoever signs in is told who is on the staff.
  const signedIn = await page.evaluate(() => window.stillroomPreview?.status.signedIn ?? null);
  await page.evaluate(() => window.stillroomPreview?.setStatus({ signedIn: null }));
  await expect(gate).toBeHidden();
  await page.evaluate((who) => window.stillroomPreview?.setStatus({ signedIn: who }), signedIn);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Baseline/ })
    .click();
  await gate.getByRole('button', { name: 'Prescriber decides…' }).click();
  const says = page.getByRole('dialog', { name: 'The prescriber decides' });
  for (const words of ['Wait', 'on the telephone', 'Dr. N. Okafor', 'I read the order back and it was confirmed'])
    await says.getByText(words, { exact: true }).click();
  await says.getByLabel('Reason').fill('Rest first');
  await says.getByRole('button', { name: 'Record the decision' }).click();
  await gate.getByRole('button', { name: 'Sign the telephone order…' }).click();
  const signs = page.getByRole('dialog', { name: 'Sign the telephone order' });
  await expect(signs).toContainText('Dr. N. Okafor said: Wait. Rest first');
  await signs.getByRole('combobox').selectOption('Dr. V. Berg');
  await signs.getByLabel('Their PIN').fill('1357');
  await expect(signs.getByRole('button', { name: 'Sign', exact: true })).toBeDisabled();
  await signs.getByLabel('Why do you sign for Dr. N. Okafor?').fill('On leave');
  await signs.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(gate.getByRole('button', { name: 'Sign the telephone order…' })).toBeHidden();
});

test('the rest before another try stays in sight on every step, says when it is over, and goes with the try', async ({
  open,
}) => {
  const page = await open('scene=ready&read=166/104/97/90&rate=0');
  const steps = page.getByRole('navigation');
  const baseline = steps.getByRole('button', { name: /^Baseline/ });
  await baseline.click();
  await page.getByRole('button', { name: 'Accept as baseline' }).first().click();
  await page.getByRole('button', { name: /^Rest for/ }).click();
  // A second press would begin it again, and says so.
  await expect(page.getByRole('button', { name: 'Rest anew for 5 min' })).toBeVisible();
  await steps.getByRole('button', { name: /^Order/ }).click();
  await expect(baseline).toContainText(/\d:\d\d of rest left/);
  await later(page, 6 * 60_000);
  await expect(baseline).toContainText('Rested: take it again');
  expect(await axeFindings(page)).toEqual([]);
  await baseline.click();
  for (const [name, value] of [
    ['Systolic', '162'],
    ['Diastolic', '98'],
  ] as const)
    await page.getByLabel(name).fill(value);
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Saved: 162\/98/)).toBeVisible();
  await expect(baseline).not.toContainText('rest');
  await expect(page.getByText('Rested: take it again')).toBeHidden();
});
