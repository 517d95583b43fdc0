import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { shownKey, typeBack } from '../helpers/recovery-key.ts';

const env = { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };

/** The room is set up, and its first run stands at the step of the recovery key. */
async function atRecoveryStep(nurse: Nurse): Promise<void> {
  await nurse.page.getByLabel('Room name').fill('Room 2');
  await nurse.page.getByLabel('Name', { exact: true }).fill('R. Alvarez, RN');
  await nurse.page.getByLabel('PIN, 4 to 8 digits').fill('2580');
  await nurse.page.getByLabel('PIN again').fill('2580');
  await nurse.button('Set up the room').click();
  await nurse.button('Show the recovery key').waitFor();
}

/** The user's key chain loses what it kept: a new account, a new installation. */
function forget(room: Room): void {
  rmSync(`${room.userData}.standin-keychain-gnome_libsecret`);
}

/** No file below a folder holds a text. */
function expectNowhere(folder: string, text: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }))
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes(text), name.name).toBe(false);
}

test('first run shows the recovery key; the key chain forgets; the key opens the record, and a mistyped group is named', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env });
  const nurse = new Nurse(room.room);
  await atRecoveryStep(nurse);
  await nurse.button('Show the recovery key').click();
  const groups = await shownKey(room.room);
  await room.room.emulateMedia({ media: 'print' });
  await expect(room.room.locator('[data-print="recovery-key"]')).toBeVisible();
  await expect(nurse.button('Print')).toBeHidden();
  await room.room.emulateMedia({ media: null });
  await typeBack(room.room, groups.with(0, '00000').fill('00000'));
  await expect(room.room.getByText(/^Group \d is not as it was shown/)).toBeVisible();
  await typeBack(room.room, groups);
  await nurse.button(/^Practice session/).waitFor();
  await expect(room.room.getByText('There is no recovery key yet.')).toHaveCount(0);
  await room.close();
  expectNowhere(room.userData, groups[0] ?? '');

  forget(room);
  const again = await room.restart();
  const lost = again.room;
  await expect(lost.getByRole('heading', { name: 'The record cannot be opened' })).toBeVisible();
  await expect(lost.getByText('This computer’s key chain did not give the key.')).toBeVisible();
  await expect(lost.getByRole('button', { name: 'Lights full' })).toBeVisible();
  await lost.getByRole('button', { name: 'Use the recovery key' }).click();
  const field = lost.getByRole('textbox', { name: 'Recovery key' });
  const typo = (groups[5] ?? '').replace(/^./, (letter) => (letter === '7' ? '8' : '7'));
  await field.fill(groups.with(5, typo).join(' '));
  await expect(lost.getByText('Group 6 does not fit: compare it with the print.')).toBeVisible();
  await field.fill(groups.join('-').toLowerCase());
  await lost.getByRole('button', { name: 'Open the record' }).click();
  await expect(lost.getByText('Who is here?')).toBeVisible();
  // The key chain has it again.
  const third = await again.restart();
  await expect(third.room.getByText('Who is here?')).toBeVisible();
});

test('a key that is lost for good: a new record only by a held press, the old files set aside', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env });
  await new Nurse(room.room).setUp();
  await expect(room.room.getByText('There is no recovery key yet.')).toBeVisible();
  await room.close();
  forget(room);
  const lost = await room.restart();
  await expect(lost.room.getByRole('heading', { name: 'The record cannot be opened' })).toBeVisible();
  await expect(lost.room.getByRole('button', { name: 'Use the recovery key' })).toHaveCount(0);
  await lost.room.getByRole('button', { name: 'Begin a new record…' }).click();
  const hold = lost.room.getByRole('button', { name: 'Hold to set the old files aside' });
  await hold.click();
  expect(existsSync(join(room.userData, 'set-aside-1'))).toBe(false);
  await hold.hover();
  await lost.room.mouse.down();
  await expect(lost.room.getByLabel('Room name')).toBeVisible();
  await lost.room.mouse.up();
  expect(readdirSync(join(room.userData, 'set-aside-1'))).toEqual(
    expect.arrayContaining(['clinic.db', 'practice.db', 'vault.json', 'vault.json.copy']),
  );
});

test('from the record screen: a recovery key, then new data keys; the record opens again with its staff', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env });
  const nurse = new Nurse(room.room);
  await nurse.setUp();
  const before = readFileSync(join(room.userData, 'vault.json'), 'utf8');
  await nurse.button('Make one').click();
  for (const act of ['Make a recovery key', 'Replace the data keys']) {
    await nurse.button(act).click();
    const dialog = room.room.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption(LINDQVIST.name);
    await dialog.getByLabel(/PIN/).last().fill(LINDQVIST.pin);
    await dialog.getByRole('button', { name: 'Show the recovery key' }).click();
    await typeBack(room.room, await shownKey(room.room));
    await expect(room.room.getByRole('dialog')).toHaveCount(0);
    if (act === 'Make a recovery key') await expect(room.room.getByText(/^made on /)).toBeVisible();
  }
  await expect(room.room.getByText('The data keys were replaced.')).toBeVisible({ timeout: 60_000 });
  await nurse.button('Go on').click();
  const vault = JSON.parse(readFileSync(join(room.userData, 'vault.json'), 'utf8')) as { readonly nextKeys: unknown };
  expect(vault.nextKeys).toBe(null);
  expect(readFileSync(join(room.userData, 'vault.json'), 'utf8')).not.toBe(before);
  const staff = await nurse.request('staff.list', {});
  expect(staff.ok && staff.data.staff).toHaveLength(3);
  const again = await room.restart();
  await expect(again.room.getByText('Who is here?')).toBeVisible();
});
