import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse } from '../helpers/nurse.ts';

const THEA = { name: 'Thea Wendelin', birthDate: '1961-07-19', allergies: '' } as const;

test('an archive of one patient is written, looked at and taken in again', async ({ launchRoom }, info) => {
  const { room, hooks, userData } = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room);
  await nurse.setUp();
  await nurse.request('patients.create', { details: THEA, knownDuplicate: false });
  await nurse.button(/^Settings/).click();
  await nurse.button('Look after the record').click();
  const panel = room.getByRole('region', { name: 'Archives' });
  const dialog = room.getByRole('dialog');
  const sign = async (act: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: 'Owner or clinician' }).selectOption(LINDQVIST.name);
    await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
    await dialog.getByRole('button', { name: act, exact: true }).click();
  };
  const file = join(userData, 'for another room.jsonl.gz.age');

  await panel.getByRole('button', { name: 'Write an archive…' }).click();
  await dialog.getByText('One patient').click();
  await dialog.getByLabel('Find a patient').fill('wende');
  await dialog.getByRole('combobox', { name: 'Patient' }).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Make one for me' }).click();
  const passphrase = await dialog.getByRole('status', { name: 'Passphrase' }).innerText();
  expect(passphrase.split(' ')).toHaveLength(6);
  await dialog.getByLabel('I have written it down').check();
  await room.screenshot({ path: info.outputPath('export.png') });
  await hooks.answerDialog({ canceled: false, filePath: file });
  await sign('Choose where, and write');
  await expect(panel.getByText(/^Written: for another room/)).toBeVisible();
  expect(readFileSync(file).includes('Wendelin')).toBe(false);

  const look = async (words: string): Promise<void> => {
    await panel.getByRole('button', { name: 'Take one in…' }).click();
    await dialog.getByLabel('Its passphrase').fill(words);
    await hooks.answerDialog({ canceled: false, filePaths: [file] });
    await dialog.getByRole('button', { name: 'Choose the file' }).click();
  };
  await look('not these six words at all');
  await expect(panel.getByText('This passphrase does not open the archive.')).toBeVisible();
  await look(passphrase);
  await expect(dialog.getByText('Everything in this archive is here already.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Patients 0 1/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take it in' })).toBeDisabled();
  await room.screenshot({ path: info.outputPath('preview.png') });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await room.screenshot({ path: info.outputPath('panel.png') });
});
