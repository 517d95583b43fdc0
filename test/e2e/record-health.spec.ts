import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';

test('record health says how the record stands, checks it whole, and tells of an older copy put back', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  await nurse.setUp();
  const openHealth = async (at: Nurse) => {
    await at.button('Settings').click();
    await at.button('Look after the record').click();
    return at.page.getByRole('region', { name: 'Health', exact: true });
  };
  const health = await openHealth(nurse);
  await expect(health.getByText('Last whole check')).toBeVisible();
  await expect(health.getByText('in 0 sessions')).toBeVisible();
  await health.getByRole('button', { name: 'Check everything now' }).click();
  await expect(health.getByText(/^Checked \d+ entries: every one is as it was written\.$/)).toBeVisible();
  await expect(health.getByText(/all \d+ entries fit/)).toBeVisible();
  await health.getByRole('button', { name: 'Build the lists anew' }).click();
  await expect(health.getByText('The lists and the search were built anew.')).toBeVisible();
  const state = readFileSync(join(room.userData, 'record-health.json'), 'utf8');
  expect(state).toContain('"findings": []');
  expect(state).not.toContain(ALVAREZ.name);

  // The record is taken back to an older copy, after more was written to it.
  const older = await copyOf(room.userData);
  // Before anything is added: the copy that the app made by itself may be noted only now, and with what was added meanwhile.
  const before = await noted(nurse);
  const added = await nurse.request('staff.add', { name: 'Later Nurse', role: 'nurse', pin: '8642' });
  expect(added.ok).toBe(true);
  // The head is noted with every copy.
  await nurse.request('backups.now', {});
  await expect.poll(() => noted(nurse), { timeout: 60_000 }).toBeGreaterThan(before);
  await room.close();
  const file = join(room.userData, 'clinic.db');
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  copyFileSync(older, file);

  const back = await room.restart();
  const third = new Nurse(back.room);
  await third.request('staff.signIn', await signIn(third));
  const told = await openHealth(third);
  await expect(told.getByText('The record was changed from outside, or something of it is missing.')).toBeVisible();
  await expect(told.getByText(/\d+ entries from .* to .* are missing\./)).toBeVisible();
  await told.getByRole('button', { name: 'Check everything now' }).click();
  await expect(told.getByText(/Something does not fit:$/)).toBeVisible();
});

/** The entry at which the head was noted last. */
async function noted(nurse: Nurse): Promise<number> {
  const health = await nurse.request('record.health', {});
  return health.ok ? (health.data.anchor?.seq ?? 0) : 0;
}

/** The copy of the clinic's record that the app makes by itself when it has none. */
async function copyOf(userData: string): Promise<string> {
  const folder = join(userData, 'backups');
  const copies = () => readdirSync(folder).filter((name) => /^clinic-.*\.db$/.test(name));
  await expect.poll(() => (existsSync(folder) ? copies().length : 0), { timeout: 60_000 }).toBeGreaterThan(0);
  return join(folder, copies().toSorted().at(-1) ?? '');
}

async function signIn(nurse: Nurse): Promise<{ staffId: string; pin: string }> {
  const staff = await nurse.request('staff.list', {});
  const found = staff.ok ? staff.data.staff.find(({ name }) => name === ALVAREZ.name) : undefined;
  if (found === undefined) throw new Error('Nobody is there to sign in');
  return { staffId: found.staffId, pin: ALVAREZ.pin };
}
