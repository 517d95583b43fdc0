import { runDemo } from '../../tools/demo/run.ts';
import { axeFindings } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse, OKAFOR } from '../helpers/nurse.ts';

test('a whole hour at 120 times the pace: cues, music, readings, recovery and record are as they should be', async () => {
  const problems = await runDemo(
    { rate: 120, keep: false },
    test.info().outputPath('demo'),
    new AbortController().signal,
    () => undefined,
  );
  expect(problems).toEqual([]);
});

test('a nurse practises by hand: vomiting, a paused pump, a red reading and its repeat, an early end, leaving otherwise, the record', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  const dialog = page.getByRole('dialog');
  await nurse.setUp();
  await nurse.openPractice();
  await expect(nurse.button(/^Start \(press and hold\)/)).toBeDisabled();
  await nurse.preChecks();
  await nurse.start();
  await expect(page.getByText('Mask down.', { exact: false })).toBeVisible();

  await nurse.button('Vomiting').click();
  await expect(page.getByText('Sit up, mask off, basin')).toBeVisible();
  await nurse.button('severe').click();
  await page.getByLabel('Pace').selectOption('120');
  await expect(page.getByText('Next reading, ◷ due')).toBeVisible();
  await expect(page.getByLabel('Pace')).toHaveValue('1');
  await nurse.reading({ systolic: 131, diastolic: 85, spo2: 97, pulse: 86 });

  await nurse.button('Pump paused…').click();
  await page.getByText('Occlusion').click();
  await page.getByText('Yes, it stands').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Remaining stands.', { exact: false })).toBeVisible();
  const standing = await nurse.countdownMs();
  await nurse.reading({ systolic: 186, diastolic: 112, spo2: 97, pulse: 104 });
  const red = page.getByRole('alert', { name: 'A band asks for an answer' });
  await expect(red).toContainText('Red');
  expect(await axeFindings(page)).toEqual([]);
  await red.getByRole('button', { name: 'What is done…' }).click();
  await dialog.getByText('Stays with the patient').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(red).toBeHidden();
  await nurse.button('Pump runs again').click();
  const pressedAt = performance.now();
  await dialog.getByRole('button').last().click();
  await expect(nurse.button('Pump paused…')).toBeVisible();
  const shown = await nurse.countdownMs();
  expect(standing - shown).toBeLessThan(performance.now() - pressedAt + 2_000);
  await nurse.button('Vomiting: settled').click();
  // The repeat after red is proposed, and the pace goes back to the real one for it.
  await page.getByLabel('Pace').selectOption('120');
  await expect(page.getByRole('region', { name: 'A reading is wanted' })).toContainText('Repeat reading');
  await expect(page.getByLabel('Pace')).toHaveValue('1');
  await nurse.reading({ systolic: 152, diastolic: 94, spo2: 97, pulse: 92 });
  await expect(page.getByRole('region', { name: 'A reading is wanted' })).toBeHidden();

  await nurse.button('Pump done / stop…').click();
  await page.getByRole('dialog').getByText('Patient asks').click();
  await nurse.button('Save: pump stopped').click();
  await nurse.button(/^Let them rest/).waitFor();
  await page.getByText('Dose', { exact: true }).click();
  await page.getByLabel('mg given').fill('2');
  await page.getByLabel('mg discarded (0 if none)').fill('34');
  const witness = page.getByRole('group', { name: 'Witness of the discarding' });
  await witness.getByRole('combobox').selectOption(OKAFOR.name);
  await witness.getByLabel('Their PIN').fill(OKAFOR.pin);
  await page.getByLabel('Given and discarded').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('2 mg given, 34 mg discarded.', { exact: false })).toBeVisible();

  await page.getByText('Leaving', { exact: true }).click();
  await page.getByText('Against advice').click();
  await page.getByLabel('Reason').fill('Wants to be at home');
  await page.getByLabel('Who was told?').fill(LINDQVIST.name);
  await page.getByLabel('With whom, if anybody').fill('Brother, waiting outside');
  await nurse.button('Sheets to take home…').click();
  await page.getByRole('dialog').getByText('Français').click();
  await nurse.button('Print…').click();
  await expect(page.getByText(/^✓ Printed \d\d:\d\d \(Français\)$/)).toBeVisible();
  const finish = nurse.button(/^Finish: the patient has left/);
  await finish.hover();
  await page.mouse.down();
  await nurse.button('Read the record').waitFor();
  await page.mouse.up();
  // The early end counts against nobody: of the readings whose moment came, the one at the pump's stop is missing.
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await nurse.button('Read the record').click();
  const body = page.locator('body');
  for (const told of [
    'Practice Maple',
    '131/85',
    'Vomiting',
    'Stays with the patient',
    'Wants to be at home',
    'Ketamine 36 mg',
    'Printed to take home',
  ])
    await expect(body).toContainText(told);
});
