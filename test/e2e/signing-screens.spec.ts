import { expect, type Page } from 'playwright/test';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** Signing in daylight, at both sizes: the draft, what closes it, and what is added afterwards. */

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** The whole dialog is in sight at both sizes, and axe has nothing to say. */
async function good(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    const dialog = page.getByRole('dialog');
    const scrolls = await dialog.evaluate((shown) =>
      [...shown.querySelectorAll('*')].some(
        (one) =>
          one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY === 'auto',
      ),
    );
    expect(scrolls, `${name} scrolls at ${size.width}`).toBe(false);
  }
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
}

test('what waits leads to the record, which is signed with a note for the next one, waits no more, is added to and cosigned', async ({
  open,
}) => {
  const page = await open('past=1&rate=0');
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    preview?.setStatus({ signedIn: preview.people.staff.find(({ role }) => role === 'clinician') ?? null });
  });
  await page.getByRole('button', { name: 'Review 1 waits for you' }).click();
  await page.getByText('Waiting 1', { exact: true }).click();
  const waits = page.getByRole('main').getByRole('listitem');
  await expect(waits.first()).toContainText(/Jordan Miller12 Apr 1988.*The record is not signed\.today/);
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await press(page, 'Read and sign');
  await press(page, 'Sign …');
  const dialog = page.getByRole('dialog');
  const sign = dialog.getByRole('button', { name: 'Sign and close' });
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByText('was responsible for the care').click();
  await dialog.getByText('Hold: speak first').click();
  await dialog.getByLabel('Clinician').last().selectOption({ label: 'Dr. N. Okafor' });
  await dialog.getByLabel('PIN').fill('2580');
  await expect(sign).toBeDisabled();
  await dialog.getByLabel('In your words').fill('Blood pressure first, then ask me.');
  await good(page, 'form');
  // Something was entered meanwhile: nobody signs for what they have not seen, and the record is read again.
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    const session = [...(preview?.sessions.values() ?? [])][0];
    const { sessionId = '', session: now } = session ?? {};
    session?.execute(
      { sessionId, commandId: 'late', seenSeq: now?.seq ?? 0, command: { type: 'note', text: 'Came back for a coat' } },
      { kind: 'staff', staffId: 'staff-tan' },
      preview?.clock.now() ?? { wallMs: 0, monotonicMs: 0, uptimeMs: 0, bootId: '' },
    );
  });
  await sign.click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Note: Came back for a coat')).toBeAttached();
  await sign.click();

  await expect(page.getByRole('main').getByText('For the next infusion: hold.')).toBeVisible();
  await press(page, /Signed: Dr. N. Okafor/);
  await expect(dialog).toContainText('“Blood pressure first, then ask me.”');
  await press(page, 'Addendum');
  await dialog.getByRole('textbox', { name: 'Addendum' }).fill('The brother took them home.');
  await dialog.getByLabel('Added by').last().selectOption({ label: 'R. Alvarez, RN' });
  await dialog.getByLabel('PIN').fill('2580');
  await press(page, 'Add to the record');
  await expect(dialog).toContainText('Addendum by R. Alvarez, RN: The brother took them home.');
  await press(page, 'Cosign');
  await expect(dialog.getByRole('option', { name: 'Dr. N. Okafor' })).toHaveCount(0);
  await good(page, 'signed');
  await press(page, 'Close');
  await page.getByText('Waiting', { exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing waits for you.');

  // The day after: the patient is called, and the answers stand beside the record.
  await page.evaluate(() => window.stillroomPreview?.advance(86_400_000));
  await page.getByText(/^Owed to patients/).click();
  const call = page.getByRole('region', { name: 'Calls the day after' }).getByRole('listitem');
  await expect(call).toContainText(/Jordan Miller12 Apr 1988.*Call and ask how the night was\./);
  expect(await axeFindings(page)).toEqual([]);
  await press(page, 'Write down the call');
  await dialog.getByText('No', { exact: true }).click();
  await dialog.getByText('So-so').click();
  await dialog.getByLabel('What could you do again today?').fill('Cooked for the first time in weeks');
  await good(page, 'call');
  await press(page, 'Save the call');
  await expect(call).toHaveCount(0);
  // The owner's figures: only theirs, and the table says what the charts show.
  await expect(page.getByText('Statistics', { exact: true })).toHaveCount(0);
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    preview?.setStatus({ signedIn: preview.people.staff.find(({ role }) => role === 'owner') ?? null });
  });
  await page.getByText('Statistics', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^All weeks/ })).toHaveText('All weeks10007 of 8 (88 %)0 of 1');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText('Sessions', { exact: true }).click();
  await expect(page.getByRole('navigation')).toContainText('✓ signed');
  await page.getByText('Words and wishes').click();
  await expect(page.getByText('Dr. N. Okafor: not unwell. Slept so-so. Could do again: Cooked')).toBeVisible();
  // The head keeps its two lines.
  expect(await page.getByRole('main').evaluate((main) => main.scrollHeight <= main.clientHeight)).toBe(true);
  await expect(page.getByText('Record verified, 93 entries.')).toBeVisible();
});

test('a hold is told before the next start, and asks what was decided', async ({ open }) => {
  const page = await open('past=1&note=hold&scene=preChecks&rate=0');
  const decided = page.getByLabel('What was decided?');
  await expect(page.getByText(/Hold: speak first, says Dr\. N\. Okafor/)).toBeVisible();
  await expect(page.getByText('“Blood pressure first, then ask me.”')).toBeVisible();
  await expect(decided).toHaveValue('');
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  // It stays in sight at every step until somebody decided.
  await page.getByRole('button', { name: /^Order/ }).click();
  await expect(page.getByText(/Hold: speak first/)).toBeVisible();
  await decided.fill('118/74 at rest, Dr. Okafor says go on');
  await press(page, 'Note the decision');
  await page.getByRole('button', { name: /^Person \d/ }).click();
  await expect(page.getByText('Decided: 118/74 at rest, Dr. Okafor says go on')).toBeVisible();
  await expect(decided).toHaveCount(0);
});

test('an order of a doctor who left is seen by the owner, who signs for them and says why', async ({ open }) => {
  const page = await open('scene=infusing&min=12&rate=0');
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    const session = [...(preview?.sessions.values() ?? [])].at(-1);
    const now = preview?.clock.now();
    if (preview === undefined || session === undefined || now === undefined) throw new Error('no session');
    const who = { staffId: 'staff-okafor', name: 'Dr. N. Okafor' };
    const order = { text: 'Ondansetron 4 mg IV', readBack: true } as const;
    for (const command of [
      { type: 'callDoctor', callId: 'c1', agoMs: 0 },
      { type: 'answerCall', callId: 'c1', who, said: null, order, agoMs: 0 },
      { type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 },
      { type: 'finish', how: 'againstAdvice', escort: null, note: 'asked for', told: 'Dr. N. Okafor', agoMs: 0 },
    ] as const) {
      const { sessionId, session: at } = session;
      const sent = { sessionId, commandId: command.type, seenSeq: at.seq, command };
      const answer = session.execute(sent, { kind: 'staff', staffId: 'staff-alvarez' }, now);
      if (!answer.ok) throw new Error(answer.code);
    }
    const { people } = preview;
    people.staff = people.staff.map((one) => (one.staffId === who.staffId ? { ...one, active: false } : one));
    preview.setStatus({ signedIn: people.staff.find(({ role }) => role === 'owner') ?? null });
  });
  await press(page, 'Back to the start page');
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.getByText(/^Waiting \d/).click();
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'An order by telephone' }).last();
  await expect(line).toContainText('(for Dr. N. Okafor, who does not work here any more: somebody else signs for them');
  expect(await axeFindings(page)).toEqual([]);
  await line.getByRole('button', { name: 'Sign the order' }).click();
  await press(page, 'Sign the telephone order…');
  const dialog = page.getByRole('dialog');
  const sign = dialog.getByRole('button', { name: 'Sign', exact: true });
  await expect(dialog.getByRole('option', { name: 'Dr. N. Okafor' })).toHaveCount(0);
  await dialog.getByLabel('Who signs').last().selectOption({ label: 'K. Berg' });
  await dialog.getByLabel('PIN').fill('2580');
  await expect(sign).toBeDisabled();
  await dialog.getByLabel('Why do you sign for Dr. N. Okafor?').fill('Left the clinic on Friday');
  expect(await axeFindings(page)).toEqual([]);
  await sign.click();
  await expect(page.getByRole('button', { name: 'Sign the telephone order…' })).toHaveCount(0);
  await press(page, 'Read the record');
  await expect(page.getByText(/Left the clinic on Friday/)).toBeAttached();
});
