import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { test } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse } from '../helpers/nurse.ts';

test('a copy is made, sent on and restored, with what it would change said first', async ({ launchRoom }) => {
  const outside = mkdtempSync(join(tmpdir(), 'clinic share '));
  const opened = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(opened.room);
  const { page } = nurse;
  await nurse.setUp();
  await nurse.button('Settings').click();
  await nurse.button('Look after the record').click();
  const panel = page.getByRole('region', { name: 'Backups', exact: true });
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(panel.getByText('The copy was made and checked.')).toBeVisible();
  await expect(panel.getByText('Last good copy:')).toBeVisible();

  await opened.hooks.answerDialog({ canceled: false, filePaths: [outside] });
  await panel.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(panel.getByText(`${outside}: last good copy`)).toBeVisible();
  expect(readdirSync(outside).filter((name) => name.startsWith('clinic-') && name.endsWith('.db'))).toHaveLength(1);

  await nurse.request('patients.create', {
    details: { name: 'Ada Fictional', birthDate: '1970-01-01', allergies: '' },
    knownDuplicate: false,
  });
  await panel.getByRole('button', { name: 'Restore from a copy…' }).click();
  await page
    .getByRole('button', { name: /^Look at this copy/ })
    .first()
    .click();
  await expect(page.getByText('Only in the record, would be missing from then on')).toBeVisible();
  await expect(page.getByText('1 patient', { exact: true })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(LINDQVIST.name);
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await dialog.getByRole('button', { name: 'Restore this copy' }).click();
  await expect(page.getByText('The record was restored from the copy.')).toBeVisible({ timeout: 60_000 });
  await nurse.button('Go on').click();
  await nurse.button(/Alvarez/).click();
  await page.getByLabel(`PIN of ${ALVAREZ.name}`).fill(ALVAREZ.pin);
  await page.keyboard.press('Enter');
  await nurse.button(/^Practice session/).waitFor();
  const found = await nurse.request('patients.find', { text: 'Fictional' });
  expect(found.ok && found.data.patients).toEqual([]);
  expect(readdirSync(opened.userData).filter((name) => /before-restore.*\.db$/.test(name))).toHaveLength(1);

  // The key file is lost with its second copy: a backup has it.
  await opened.close();
  rmSync(outside, { recursive: true });
  for (const name of ['vault.json', 'vault.json.copy']) rmSync(join(opened.userData, name));
  const { room: lost } = await opened.restart();
  await lost.getByRole('button', { name: 'Take the key file back' }).click();
  await expect(lost.getByRole('heading', { name: 'Who is here?' })).toBeVisible();
});
