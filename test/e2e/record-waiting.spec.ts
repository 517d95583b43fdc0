import { randomUUID } from 'node:crypto';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse, OKAFOR } from '../helpers/nurse.ts';
import { Practice } from '../helpers/practice.ts';
import { calm } from '../helpers/session-builder.ts';

const BERG = { name: 'K. Berg', pin: '9753' } as const;

test('a session that went badly is found by each of its marks, waits by each of its reasons, is signed when nothing required is missing, and cosigned', async ({
  launchRoom,
}) => {
  test.setTimeout(120_000);
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  await nurse.request('staff.add', { ...BERG, role: 'owner' });
  const listed = await nurse.request('staff.list', {});
  if (!listed.ok) throw new Error(listed.code);
  const idOf = (name: string): string => listed.data.staff.find((one) => one.name === name)?.staffId ?? '';
  const doctor = { staffId: idOf(LINDQVIST.name), pin: LINDQVIST.pin };
  const session = await badSession(nurse, doctor.staffId);
  await nurse.request('staff.signIn', doctor);
  await nurse.button('Back to the start page').click();
  await nurse.button('Review 1 waits for you').click();

  // Found by all of its marks at once, by keyboard.
  const list = page.getByRole('navigation', { name: 'Sessions' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await nurse.button('Filters').click();
  for (const flag of ['Unsigned 1', 'Red reading 1', 'Early end 1', 'Adverse event 1']) {
    await page.getByRole('button', { name: flag, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await expect(list.getByRole('status')).toHaveText('1 session');
  await expect(list.getByRole('listitem')).toContainText('▲ red ! adverse ! early ○ unsigned');
  expect(await axeFindings(page)).toEqual([]);

  // Everything that waits in it, and why.
  await page.getByText('Waiting 1', { exact: true }).click();
  const waits = page.getByRole('main').getByRole('listitem').first();
  for (const why of [
    'An order by telephone waits for its doctor’s signature.',
    'Something required is missing.',
    '▲ A red reading has no action beside it.',
    'Nobody has said what became of an adverse event.',
    'The record is not signed.',
  ])
    await expect(waits).toContainText(why);
  await page.getByRole('button', { name: 'Adverse events 1' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: /^(Sign|Read|Enter|Look)/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  expect(await axeFindings(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);

  // Not signed before what is required is there and the doctor's own order is.
  await nurse.button('Read and sign').click();
  await nurse.button('Sign …').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the dose given and discarded');
  await expect(dialog.getByRole('button', { name: 'Sign and close' })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const witness = { staffId: idOf(OKAFOR.name), pin: OKAFOR.pin };
  await session.do({ type: 'recordDose', mgGiven: 10, mgDiscarded: 26, witness, note: null });
  await page.getByText('Waiting 1', { exact: true }).click();
  await nurse.button('Sign the order').click();
  await nurse.button('Sign the telephone order…').click();
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await nurse.button('Read the record').click();
  await nurse.button('Sign …').click();
  await dialog.getByText('was responsible for the care').click();
  await dialog.getByText('Change something').click();
  await dialog.getByLabel('In your words').fill('Half the rate');
  await dialog.getByLabel('Clinician').last().selectOption(LINDQVIST.name);
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await nurse.button('Sign and close').click();
  await page.getByRole('button', { name: /^✓ Signed: / }).click();
  await nurse.button('Ask for a cosignature').click();
  await dialog.getByLabel('Whom').selectOption(BERG.name);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog).toContainText(`Asked ${BERG.name} to cosign`);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // The second signature waits for the one who was asked.
  await nurse.request('staff.signIn', { staffId: idOf(BERG.name), pin: BERG.pin });
  await page.getByText(/^Waiting \d/).click();
  await expect(page.getByRole('main')).toContainText('A cosignature was asked for.');
  await nurse.button('Read and cosign').click();
  await page.getByRole('button', { name: /^✓ Signed: / }).click();
  await dialog.getByRole('button', { name: 'Cosign', exact: true }).click();
  await dialog.getByText('reviewed the record').click();
  await dialog.getByLabel('Clinician').last().selectOption(BERG.name);
  await dialog.getByLabel('PIN').fill(BERG.pin);
  await dialog.getByRole('button', { name: 'Cosign', exact: true }).last().click();
  await expect(dialog).toContainText(`Cosigned by ${BERG.name}, who reviewed the record`);
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText(/^Waiting/).click();
  await expect(page.getByRole('main')).not.toContainText('A cosignature was asked for.');
});

/** A patient's infusion with a red reading, an adverse event and an order by telephone, ended early; the dose is not entered. */
async function badSession(nurse: Nurse, staffId: string): Promise<Practice> {
  const details = { name: 'Änne Großmann', birthDate: '1978-03-05', allergies: '' };
  const patient = await nurse.request('patients.create', { details, knownDuplicate: false });
  if (!patient.ok) throw new Error(patient.code);
  const { patientId } = patient.data;
  const created = await nurse.request('sessions.create', {
    ...{ practice: false, patientId, courseId: null, plannedMs: 3_000_000, musicHash: null },
  });
  if (!created.ok) throw new Error(created.code);
  const session = new Practice(nurse, created.data.sessionId);
  await session.prepare();
  await session.do({ type: 'start', agoMs: 0 });
  const hello = await nurse.request('hello', {});
  if (!hello.ok) throw new Error(hello.code);
  const red = { ...calm, systolic: 184, diastolic: 104 };
  const confirmed = ['systolicJump', 'diastolicJump'];
  const takenAt = hello.data.clock.wallMs;
  await session.do({ type: 'takeReading', readingId: randomUUID(), parts: red, takenAt, confirmed });
  await session.do({ type: 'callDoctor', callId: 'call-1', agoMs: 0 });
  await session.do({
    ...{ type: 'answerCall', callId: 'call-1', who: { staffId, name: LINDQVIST.name }, said: null, agoMs: 0 },
    order: { text: 'Labetalol 10 mg IV', readBack: true },
  });
  const adverse = { adverseId: 'adverse-1', severity: 'moderate', what: 'Very high pressure', markId: null } as const;
  await session.do({ type: 'noteAdverseEvent', ...adverse, agoMs: 0 });
  await session.do({ type: 'stopPump', reason: 'bloodPressure', note: null, agoMs: 0 });
  const left = { how: 'againstAdvice', escort: null, note: 'Asked for', told: LINDQVIST.name } as const;
  await session.do({ type: 'finish', ...left, agoMs: 0 });
  return session;
}
