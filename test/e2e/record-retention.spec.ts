import { axeFindings } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse } from '../helpers/nurse.ts';

const THEA = { name: 'Thea Wendelin', birthDate: '1961-07-19', allergies: '' } as const;

test('a patient is held, released and erased; the proof of it stays on the screen', async ({ launchRoom }) => {
  const { room } = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room);
  await nurse.setUp();
  await nurse.request('patients.create', { details: THEA, knownDuplicate: false });
  await nurse.button(/^Settings/).click();
  await nurse.button('Look after the record').click();
  const panel = room.getByRole('region', { name: 'How long records are kept' });
  const sign = async (act: string): Promise<void> => {
    const dialog = room.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption(LINDQVIST.name);
    await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
    await dialog.getByRole('button', { name: act, exact: true }).click();
  };

  await panel.getByRole('button', { name: 'Change the years' }).click();
  await room.getByLabel('Years after the last session').fill('10');
  await sign('Save the rule');
  await expect(panel.getByText('Kept for 10 years')).toBeVisible();

  await panel.getByLabel('Find a patient').fill('wende');
  await panel.getByRole('button', { name: 'Hold…' }).click();
  await room.getByLabel('Reason').fill('court case');
  await sign('Hold');
  const held = panel.getByRole('region', { name: 'Held' });
  await expect(held.getByText(/since .*: court case/)).toBeVisible();
  await held.getByRole('button', { name: 'Lift the hold…' }).click();
  await room.getByLabel('Reason').fill('closed');
  await sign('Lift the hold');
  await expect(held.getByText('Nobody is held.')).toBeVisible();

  await panel.getByRole('button', { name: 'Erase…' }).click();
  await room.getByLabel('Reason').fill('asked for it in writing');
  await expect(room.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await room.getByLabel('Type the patient').fill('thea wendelin');
  await sign('Erase for good');
  await expect(panel.getByText(/3 entries, by Dr\. A\. Lindqvist, at a request/)).toBeVisible();
  await expect(panel.getByText('Thea Wendelin')).toHaveCount(0);
  expect(await axeFindings(room)).toEqual([]);
});
