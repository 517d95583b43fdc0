import { readFileSync } from 'node:fs';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { notGiven } from '../helpers/not-given.ts';

test('two rows of the list are compared and go out as one file, by keyboard and by mouse, and stay chosen', async ({
  launchRoom,
}, info) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  await notGiven(nurse, 'Änne Großmann', 'Spoke of a lighthouse');
  await notGiven(nurse, 'Bo Testfall', 'Came by train');
  await notGiven(nurse, 'Cleo Probe', 'Brought a scarf');
  const { data } = (await nurse.request('staff.list', {})) as {
    readonly data: { readonly staff: readonly { readonly staffId: string; readonly name: string }[] };
  };
  const clinician = data.staff.find(({ name }) => name === LINDQVIST.name)?.staffId ?? '';
  await nurse.request('staff.signIn', { staffId: clinician, pin: LINDQVIST.pin });
  await nurse.button('Back to the start page').click();
  await nurse
    .button(/^Review/)
    .first()
    .click();
  const list = page.getByRole('navigation', { name: 'Sessions' });
  const told = list.getByRole('status');
  await expect(told).toHaveText('3 sessions');
  const find = page.getByRole('searchbox', { name: 'Find' });

  // One by keys, the other out of another search: what is chosen stays so while the list is narrowed.
  await find.fill('cleo');
  await expect(told).toHaveText('1 session');
  await find.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(told).toHaveText('1 session, 1 chosen');
  await expect(list.getByText('Choose one more to compare two.')).toBeVisible();
  await find.fill('');
  await list.getByRole('checkbox', { name: /^Choose Änne Großmann, 5 Mar 1978/ }).check();
  await expect(told).toHaveText('3 sessions, 2 chosen');
  await nurse.button('Compare two').focus();
  await page.keyboard.press('Enter');

  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Two sessions side by side' })).toBeFocused();
  await expect(main.getByText('! Two patients: mind the names.')).toBeVisible();
  const shown = main.getByRole('heading', { level: 3 });
  await expect(shown.nth(0)).toContainText('Änne Großmann, 5 Mar 1978');
  await expect(shown.nth(1)).toContainText('Cleo Probe, 5 Mar 1978');
  await page.screenshot({ path: info.outputPath('beside.png') });
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await nurse.button('Back to the session').click();
  await expect(nurse.button('Compare two')).toBeFocused();
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(2);

  // Exactly those that are chosen leave the app, named before.
  const file = info.outputPath('chosen.csv');
  await room.hooks.answerDialog({ canceled: false, filePath: file });
  await nurse.button('Export chosen').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Cleo Probe, 5 Mar 1978' })).toBeVisible();
  await dialog.getByRole('button', { name: 'All entries as a table (CSV)' }).click();
  await expect(dialog.getByText('✓ 2 sessions saved as chosen.csv.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const text = readFileSync(file, 'utf8');
  for (const word of ['Spoke of a lighthouse', 'Brought a scarf']) expect(text).toContain(word);
  expect(text).not.toContain('Came by train');
  await dialog.getByRole('button', { name: 'Close' }).click();

  // A third ends the pair; without any the whole list is meant again.
  await list.getByRole('checkbox', { name: /^Choose Bo Testfall/ }).check();
  await expect(nurse.button('Compare two')).toHaveCount(0);
  await nurse.button('Clear').click();
  await expect(nurse.button('Export these')).toBeVisible();
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(0);
});
