import { randomUUID } from 'node:crypto';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { axeFindings, smallTargets } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse, OKAFOR } from '../helpers/nurse.ts';
import { Practice } from '../helpers/practice.ts';
import { calm } from '../helpers/session-builder.ts';

type SignIn = RequestArgs<'staff.signIn'>;
const BERG = { name: 'K. Berg', pin: '9753' } as const;

test('a session that went badly is found by each of its marks, waits by each of its reasons, is signed when nothing required is missing, and cosigned', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  await nurse.request('staff.add', { ...BERG, role: 'owner' });
  const listed = await nurse.request('staff.list', {});
  if (!listed.ok) throw new Error(listed.code);
  const idOf = (name: string): string => listed.data.staff.find((one) => one.name === name)?.staffId ?? '';
  const doctor = { staffId: idOf(LINDQVIST.name), pin: LINDQVIST.pin };
  const session = await badSession(nurse, doctor.staffId, { staffId: idOf(ALVAREZ.name), pin: ALVAREZ.pin });
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
    'What was decided by telephone before the start waits for its prescriber’s signature.',
    'An order by telephone waits for its doctor’s signature.',
    'Something required is missing.',
    '▲ A red reading has no action beside it.',
    'Nobody has said what became of an adverse event.',
    'The record is not signed.',
  ])
    await expect(waits).toContainText(why);
  await page.getByRole('button', { name: 'Overrides 1' }).click();
  await expect(waits.getByRole('button')).toHaveText(['Sign the decision']);
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
  await nurse.button('Sign the decision').click();
  const orders = nurse.button('Sign the telephone order…');
  for (const left of [1, 0]) {
    await orders.first().click();
    await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(orders).toHaveCount(left);
  }
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

  // The patient's copy is in the language that the patient chose in; the record says who has read it.
  await nurse.button('Copy for the patient').click();
  await dialog.getByRole('button', { name: 'Write down the request' }).click();
  const language = dialog.getByRole('group', { name: 'Language of the page' });
  await expect(language.getByRole('radio', { name: 'Français' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const { sessionId } = session;
  const reads = async (): Promise<unknown> => nurse.request('session.reads', { sessionId });
  await expect.poll(reads).toMatchObject({ data: { reads: [{ staffId: idOf(BERG.name) }] } });
  await page.getByText('Protocol and proof').click();
  await expect(page.getByText(/^Read by: /)).toContainText(BERG.name);
  await page.getByText(/^Waiting/).click();
  await expect(page.getByRole('main')).not.toContainText('A cosignature was asked for.');
  await talkFirst(nurse, sessionId);
});

/**
 * Question 9, answered by telephone in a form that is not finished: it waits at once, and the next infusion, prepared already,
 * does not start until somebody has spoken with the patient.
 */
async function talkFirst(nurse: Nurse, sessionId: string): Promise<void> {
  const { page } = nurse;
  const [made] = await nurse.recordOf(sessionId);
  const patientId = made?.body.type === 'created' ? made.body.patientId : null;
  const course = await nurse.request('courses.create', { patientId: patientId ?? '', plannedInfusions: 6 });
  if (!course.ok) throw new Error(course.code);
  const { courseId } = course.data;
  const plan = { practice: false, patientId, courseId, plannedMs: 3_000_000, musicHash: null };
  const created = await nurse.request('sessions.create', plan);
  if (!created.ok) throw new Error(created.code);
  const next = new Practice(nurse, created.data.sessionId);
  await next.prepare();
  const sheetId = randomUUID();
  for (const command of [
    { type: 'beginQuestionnaire', sheetId, questionnaire: 'phq9', by: 'staff' } as const,
    { type: 'answerQuestion', sheetId, question: 'betterOffDead', answer: 1 } as const,
  ])
    expect(await nurse.request('course.keep', { courseId, practice: false, command })).toMatchObject({ ok: true });
  const start = () => next.ask({ type: 'start', agoMs: 0 });
  expect(await start()).toMatchObject({ code: 'start.blocked', params: { count: 1, first: 'safetyOpen' } });
  await nurse.button(BERG.name).click();
  await nurse.button('Review').click();
  await page.getByText(/^Waiting \d/).click();
  const why = 'Nobody has spoken with the patient about an answer given between the sessions.';
  await expect(page.getByRole('main')).toContainText(why);
  await nurse.button('Open the course').click();
  await expect(page.getByText('Speak with the patient.')).toBeVisible();
  await nurse.button('Spoken with…').click();
  await page.getByText('Go on', { exact: true }).click();
  await page.getByLabel('In a line: what was said').fill('No plan.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Speak with the patient.')).toBeHidden();
  await page.getByText(/^Waiting/).click();
  await expect(page.getByRole('main')).not.toContainText(why);
  expect(await start()).toMatchObject({ ok: true });
}

/**
 * An infusion of a patient who chose in French, let go by telephone above the gate, with a red reading, an adverse event and an
 * order by telephone, ended early; the dose is not entered.
 */
async function badSession(nurse: Nurse, staffId: string, alvarez: SignIn): Promise<Practice> {
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
  const { sessionId } = session;
  await nurse.request('intake.open', { sessionId, language: 'fr', ownFiles: null });
  // The patient's window covers this one, which is locked by that.
  await nurse.request('staff.signIn', alvarez);
  expect(await nurse.request('intake.close', { sessionId })).toMatchObject({ ok: true });
  const read = async (systolic: number, diastolic: number): Promise<{ readingId: string; takenAt: number }> => {
    const hello = await nurse.request('hello', {});
    if (!hello.ok) throw new Error(hello.code);
    const reading = { readingId: randomUUID(), takenAt: hello.data.clock.wallMs };
    const confirmed = ['systolicJump', 'diastolicJump'];
    await session.do({ type: 'takeReading', ...reading, parts: { ...calm, systolic, diastolic }, confirmed });
    return reading;
  };
  const { readingId, takenAt } = await read(150, 92);
  await session.do({ type: 'acceptBaseline', readingId });
  const by = { kind: 'telephone', prescriber: LINDQVIST.name, staffId, at: takenAt, readBack: true } as const;
  await session.do({ type: 'decideGate', decision: 'start', reason: 'Usual for them', by });
  await session.do({ type: 'start', agoMs: 0 });
  await read(184, 104);
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
