import { expect } from 'playwright/test';
import { LINDQVIST, type Nurse, OKAFOR } from './nurse.ts';
import type { Practice } from './practice.ts';

/** What happens around a reading: a medicine of the protocol's, a doctor's order, a patient who gets up, another nurse. */
export async function careAround(nurse: Nurse, practice: Practice): Promise<void> {
  const { page } = nurse;
  const dialog = page.getByRole('dialog').first();
  await nurse.button('Medicine…').click();
  await dialog.getByLabel('Checked by').first().selectOption(OKAFOR.name);
  await dialog.getByRole('button', { name: 'Given', exact: true }).click();
  await expect(dialog).toContainText(/given \d\d:\d\d \(4 mg\)/);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await nurse.button('Doctor called').click();
  await nurse.button('Answered…').click();
  await dialog.getByText(LINDQVIST.name).click();
  await dialog.getByLabel(/^Order received/).fill('Ondansetron 4 mg IV, once more');
  await expect(nurse.button('Save the answer')).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await nurse.button('Save the answer').click();
  await nurse.button('More…').click();
  await nurse.button('Sign the telephone order…').click();
  const sign = page.getByRole('dialog', { name: 'Sign the telephone order' });
  await sign.getByLabel('Their PIN').fill(LINDQVIST.pin);
  await sign.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(nurse.button('Sign the telephone order…')).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await nurse.button('Patient up').click();
  const open = page.getByRole('group', { name: 'What goes on' });
  for (const name of ['stopped', 'nurse', 'Back']) await open.getByRole('button', { name, exact: true }).click();
  await nurse.button('Pump runs again').click();
  await dialog.getByRole('button').last().click();

  await nurse.button('Hand over…').click();
  const minute = async () => Math.floor((50 * 60_000 - (await nurse.countdownMs())) / 60_000);
  await expect(async () => {
    expect(await dialog.innerText()).toMatch(new RegExp(`Ondansetron 4 mg.*minute ${await minute()}.*118/76`, 's'));
  }).toPass({ timeout: 20_000 });
  await dialog.getByRole('combobox').selectOption(OKAFOR.name);
  await dialog.getByLabel('Their PIN').fill(OKAFOR.pin);
  await nurse.button('Summary seen: I have this room').click();
  await expect(nurse.button(OKAFOR.name)).toBeVisible();
  const around = ['medicationGiven', 'doctorCalled', 'doctorAnswered', 'callOrderSigned', 'patientUp'];
  const after = ['pumpPaused', 'patientWalks', 'patientBack', 'pumpResumed', 'roomTaken'];
  const told = async () => (await nurse.recordOf(practice.sessionId)).map(({ body }) => body.type as string);
  await expect
    .poll(async () => (await told()).filter((type) => [...around, ...after].includes(type)))
    .toEqual([...around, ...after]);
}
