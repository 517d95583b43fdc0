import type { Protocol } from '../../shared/protocol/schema.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import { playing, untilPlaying } from '../helpers/player.ts';
import { startedPractice } from '../helpers/practice.ts';

/** No least stay, and nothing due later than the pump's stop: the way out is what is looked at. */
const outAtOnce = (protocol: Protocol): Protocol => ({
  ...protocol,
  recoveryMs: 0,
  dueReadings: protocol.dueReadings.filter(({ from, offsetMs }) => from === 'start' || offsetMs === 0),
});

/** Recovery to the door: a reading, milligrams, the score, both lists, and the nurse's own judgement. */
async function leavesFit(nurse: Nurse): Promise<void> {
  const { page } = nurse;
  const tab = (name: string) =>
    page.getByRole('group', { name: 'Parts of the recovery' }).getByText(name, { exact: true });
  await nurse.reading({ systolic: 121, diastolic: 77, spo2: 98, pulse: 76 });
  await nurse.answerRows();
  await tab('Dose').click();
  await page.getByLabel('mg given').fill('36');
  await page.getByLabel('mg discarded (0 if none)').fill('0');
  await page.getByLabel('Given and discarded').getByRole('button', { name: 'Save', exact: true }).click();
  await tab('Score').click();
  for (const from of [/^Blood pressure .*: from blood pressure of/, /^Oxygen: from SpO₂ of/])
    await expect(page.getByText(from)).toBeVisible();
  for (const part of await page
    .getByRole('region', { name: /^Discharge score/ })
    .getByRole('group')
    .all())
    await part.getByText(/^2: /).click();
  await nurse.button('Save: fit to leave').click();
  await tab('Leaving').click();
  await nurse.answerRows();
  const out = nurse.button(/^I judge them fit/);
  await expect(out).toBeEnabled();
  await out.hover();
  await page.mouse.down();
  await nurse.button('Read the record').waitFor();
  await page.mouse.up();
}

test('emergency: one key, light at once, music out in two seconds, the clock runs on, it ends by the nurse alone, and the patient leaves with a score', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse, outAtOnce);
  await untilPlaying(room);

  await nurse.page.keyboard.press('F9');
  await expect(nurse.page.getByRole('heading', { name: 'Emergency' })).toBeVisible();
  const body = nurse.page.locator('body');
  for (const told of [
    'Practice Maple',
    '12 Mar 1984',
    '72',
    'Penicillin (made up)',
    '12 Quiet Street',
    '112, duty doctor',
    '118/74',
  ])
    await expect(body).toContainText(told);
  await expect.poll(async () => (await playing(room)).every(({ volume }) => volume < 0.01)).toBe(true);
  for (const step of ['Oxygen given', 'Ambulance called', 'Doctor called', 'Drug given'])
    await nurse.button(new RegExp(`^${step}`)).click();
  await nurse.button(/^Pump stopped/).click();

  const recorded = () => nurse.recordOf(practice.sessionId);
  await expect.poll(async () => (await recorded()).some(({ body }) => body.type === 'pumpStopped')).toBe(true);
  // That the lamps took it is told by each, in its own time.
  await expect
    .poll(async () => {
      const facts = await recorded();
      const begun = facts.find((event) => event.body.type === 'emergencyBegun');
      const light = facts.find((event) => event.body.type === 'lightsSet' && event.body.why === 'emergency');
      const sent = facts.find((event) => event.body.type === 'lightsReached' && event.seq > (light?.seq ?? Infinity));
      return (sent?.occurredAt ?? Infinity) - (begun?.occurredAt ?? 0);
    })
    .toBeLessThan(1_000);
  const facts = await recorded();
  expect(
    facts
      .filter((event) => event.body.type === 'emergencyStep')
      .map((event) => event.body.type === 'emergencyStep' && event.body.step),
  ).toEqual(['oxygen', 'ambulance', 'doctor', 'drug']);
  expect(facts.find((event) => event.body.type === 'pumpStopped')?.body).toMatchObject({
    early: true,
    reason: 'emergency',
  });

  const over = nurse.button(/^Emergency over/);
  await over.hover();
  await nurse.page.mouse.down();
  await expect(nurse.page.getByRole('heading', { name: 'Emergency' })).toBeHidden();
  await nurse.page.mouse.up();
  const after = await nurse.recordOf(practice.sessionId);
  expect(after.findLast((event) => event.body.type === 'lightsSet')?.body).toMatchObject({
    why: 'afterEmergency',
    fadeMs: 60_000,
  });
  expect(await playing(room).then((tracks) => tracks.filter(({ volume }) => volume > 0.01))).toEqual([]);

  await leavesFit(nurse);
  const left = await nurse.recordOf(practice.sessionId);
  expect(left.findLast(({ body }) => body.type === 'scored')?.body).toMatchObject({ total: 10, judgement: 'fit' });
  expect(left.findLast(({ body }) => body.type === 'finished')?.body).toMatchObject({ how: 'fit', escort: 'as asked' });
});

test('a window that opens on the locked screen tells a stranger who lies there once it is an emergency, and not before', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  await startedPractice(nurse);
  await nurse.request('staff.signOut', {});
  await nurse.page.reload();
  await nurse.page.getByRole('timer').first().waitFor();
  await expect(nurse.page.locator('body')).not.toContainText('Maple');
  await nurse.page.keyboard.press('F9');
  await expect(nurse.page.getByRole('heading', { name: 'Emergency' })).toBeVisible();
  for (const told of ['Practice Maple', '12 Mar 1984', 'Penicillin (made up)'])
    await expect(nurse.page.locator('body')).toContainText(told);
});
