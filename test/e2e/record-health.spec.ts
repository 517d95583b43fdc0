import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';

const FILES = ['clinic.db', 'clinic.db-wal', 'clinic.db-shm'];

test('record health says how the record stands, checks it whole, and tells of an older copy put back', async ({
  launchRoom,
}) => {
  // Four starts of the app.
  test.setTimeout(240_000);
  const room = await launchRoom();
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
  const state = readFileSync(join(room.userData, 'record-health.json'), 'utf8');
  expect(state).toContain('"findings": []');
  expect(state).not.toContain(ALVAREZ.name);

  // The record is taken back to where it was now, after more was written to it.
  await room.close();
  const copies = FILES.slice(0, 1).map((name) => join(room.userData, name));
  for (const file of copies) copyFileSync(file, `${file}.older`);
  const later = await room.restart();
  const again = new Nurse(later.room);
  await again.request('staff.signIn', await signIn(again));
  await again.request('staff.add', { name: 'Later Nurse', role: 'nurse', pin: '8642' });
  await later.close();
  for (const file of copies) copyFileSync(`${file}.older`, file);

  const back = await later.restart();
  const third = new Nurse(back.room);
  await third.request('staff.signIn', await signIn(third));
  const told = await openHealth(third);
  await expect(told.getByText('The record was changed from outside, or something of it is missing.')).toBeVisible();
  await expect(told.getByText(/\d+ entries from .* to .* are missing\./)).toBeVisible();
  await told.getByRole('button', { name: 'Check everything now' }).click();
  await expect(told.getByText(/Something does not fit:$/)).toBeVisible();
});

async function signIn(nurse: Nurse): Promise<{ staffId: string; pin: string }> {
  const staff = await nurse.request('staff.list', {});
  const found = staff.ok ? staff.data.staff.find(({ name }) => name === ALVAREZ.name) : undefined;
  if (found === undefined) throw new Error('Nobody is there to sign in');
  return { staffId: found.staffId, pin: ALVAREZ.pin };
}
