import { readFileSync } from 'node:fs';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { notGiven } from '../helpers/not-given.ts';

test('review finds sessions by name, by what was written and by what is marked, by keyboard alone', async ({
  launchRoom,
}, info) => {
  test.setTimeout(120_000);
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  await notGiven(nurse, 'Änne Großmann', 'Spoke of a lighthouse');
  await notGiven(nurse, 'Bo Testfall', null);
  await page.getByText(ALVAREZ.name).first().click();
  await page.getByText('Review', { exact: true }).first().click();
  const list = page.getByRole('navigation', { name: 'Sessions' });
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(list.getByRole('status')).toHaveText('2 sessions');

  const find = page.getByRole('searchbox', { name: 'Find' });
  await find.fill('gross lighth');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Änne Großmann');
  await find.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('Spoke of a lighthouse');
  await page.keyboard.press('ArrowUp');
  await expect(find).toBeFocused();

  await find.fill('nobody at all');
  await expect(list.getByRole('status')).toHaveText('No session fits.');
  await nurse.button('Show all sessions').click();
  await expect(rows).toHaveCount(2);
  // A name of the staff, typed where a patient's is looked for, is one press from its filter; so is a day.
  await find.fill(new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(new Date()));
  await page.getByRole('button', { name: /^On \w{3} \d/ }).click();
  await expect(rows).toHaveCount(2);
  await find.fill('alv');
  await page.getByRole('button', { name: `With ${ALVAREZ.name}` }).click();
  await expect(find).toHaveValue('');
  await expect(rows).toHaveCount(2);
  await nurse.button('Filters (on)').click();
  await expect(page.getByLabel('With', { exact: true }).locator('option:checked')).toHaveText(ALVAREZ.name);
  await page.getByRole('button', { name: 'Without filters' }).click();
  await page.getByLabel('Order').selectOption('By name');
  await expect(rows.first()).toContainText('Änne Großmann');
  await page.getByRole('button', { name: /^Early end/ }).click();
  await expect(list.getByRole('status')).toHaveText('No session fits.');

  // Out of the app: one session, then the list as it is narrowed.
  await nurse.button('Keep this filter').click();
  await page.getByLabel('Name', { exact: true }).fill('Ended early');
  await nurse.button('Save').click();
  await nurse.button('Without filters').click();
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Kept filters').selectOption('Ended early');
  await expect(list.getByRole('status')).toHaveText('No session fits.');
  await nurse.button('Without filters').click();
  await rows.filter({ hasText: 'Änne Großmann' }).click();
  await page.getByRole('button', { name: 'Course', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Infusions' }).getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Infusions' })).toContainText('not given');
  await nurse.button('Back to the session').click();
  const dialog = page.getByRole('dialog');
  const one = info.outputPath('one.csv');
  await room.hooks.answerDialog({ canceled: false, filePath: one });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('button', { name: 'All entries as a table (CSV)' }).click();
  await expect(dialog.getByText('✓ Saved as one.csv.')).toBeVisible();
  await page.screenshot({ path: info.outputPath('export.png') });
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(readFileSync(one, 'utf8')).toContain('Spoke of a lighthouse');
  const pages = info.outputPath('pages.pdf');
  await room.hooks.answerDialog({ canceled: false, filePath: pages });
  await dialog.getByRole('button', { name: 'PDF, A4' }).click();
  await expect(dialog.getByText('✓ Saved as pages.pdf.')).toBeVisible();
  expect(readFileSync(pages, 'latin1')).toMatch(/^%PDF-1\.\d[^]*StructTreeRoot/);
  await expect(dialog.getByRole('button', { name: 'For another record system (FHIR R4)' })).toBeVisible();
  await room.hooks.answerDialog({ canceled: false, filePath: '/nowhere/at/all.csv' });
  await dialog.getByRole('button', { name: 'Readings as a table (CSV)' }).click();
  await expect(dialog.getByText('The folder is not there any more.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // The patient's own copy: asked for, made behind words that open it, handed over.
  await nurse.button('Copy for the patient').click();
  await dialog.getByText('The page and the whole record').click();
  await dialog.getByRole('button', { name: 'Write down the request' }).click();
  await expect(dialog.getByText(/^Asked for on .*, and the whole record\.$/)).toBeVisible();
  const copy = info.outputPath('copy.pdf');
  await room.hooks.answerDialog({ canceled: false, filePath: copy });
  await dialog.getByRole('button', { name: 'Save it as a file with a password' }).click();
  await expect(dialog.getByText('✓ Saved as copy.pdf.')).toBeVisible();
  expect(readFileSync(copy, 'latin1')).toContain('AESV3');
  await page.screenshot({ path: info.outputPath('copy.png') });
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('How you know that it is the patient').selectOption('They said name and date of birth');
  await dialog.getByRole('button', { name: 'I have handed it over' }).click();
  await expect(dialog.getByText(/^✓ Handed over as a file on /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // What waits: signed from its list, and gone; the owner's figures know of it.
  const berg = { name: 'K. Berg', pin: '9753' };
  const added = await nurse.request('staff.add', { ...berg, role: 'owner' });
  if (!added.ok) throw new Error(added.code);
  await nurse.request('staff.signIn', { staffId: added.data.staffId, pin: berg.pin });
  await page.getByText('Waiting 1', { exact: true }).click();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Änne Großmann5 Mar 1978');
  await nurse.button('Read and sign').click();
  await nurse.button('Sign …').click();
  await dialog.getByText('reviewed the record').click();
  await dialog.getByText('No infusion is to follow').click();
  await dialog.getByLabel('Clinician').last().selectOption(LINDQVIST.name);
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await nurse.button('Sign and close').click();
  await page.getByRole('button', { name: /Signed: / }).click();
  await nurse.button('Addendum').click();
  await dialog.getByRole('textbox', { name: 'Addendum' }).fill('Rang the next day: slept better');
  await dialog.getByLabel('Added by').last().selectOption(ALVAREZ.name);
  await dialog.getByLabel('PIN').fill(ALVAREZ.pin);
  await nurse.button('Add to the record').click();
  await expect(dialog).toContainText(`Addendum by ${ALVAREZ.name}: Rang the next day: slept better`);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Waiting', { exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing waits for you.');
  await page.getByText('Owed to patients', { exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing is owed to a patient today.');
  const table = info.outputPath('statistics.csv');
  await room.hooks.answerDialog({ canceled: false, filePath: table });
  await page.getByText('Statistics', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^All weeks/ })).toContainText('0 of 1');
  await nurse.button('Save the table (CSV)').click();
  await expect(page.getByText('✓ Saved as statistics.csv.')).toBeVisible();
  expect(readFileSync(table, 'utf8').split('\r\n')).toHaveLength(14);
});
