import type { Page } from 'playwright/test';
import { noComfort, openChoice, type Choice } from '../../shared/intake/choice.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData, RequestName } from '../../shared/ipc/contract.ts';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { Practice } from '../helpers/practice.ts';

const said: Choice = {
  ...openChoice('de'),
  ...{ music: { kind: 'ownPhone' }, scope: 'course' },
  intention: { text: 'Frieden mit dem Bruder', readers: 'nurse', inExport: false },
  comfort: { ...noComfort, eyes: 'mask', approach: 'neverTouch', stopSign: 'linke Hand heben' },
};

/** Asks main as the patient's own page does. */
async function asks<N extends RequestName>(page: Page, name: N, args: RequestArgs<N>): Promise<Answer<RequestData<N>>> {
  const answer = await page.evaluate(
    (message) =>
      (globalThis as unknown as { stillroom: { request: (message: string) => Promise<string> } }).stillroom.request(
        message,
      ),
    JSON.stringify({ name, args }),
  );
  return JSON.parse(answer) as Answer<RequestData<N>>;
}

/** The patient's window as the host sees it; null where there is none. */
async function patientWindow({ hooks }: Room) {
  const windows = await hooks.windows();
  return windows.find(({ url }) => url.endsWith('/patient.html')) ?? null;
}

test('the nurse hands the screen over, is asked for help, sees the choice in plain words, and has the wishes before them for the whole hour', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  test.skip(room.host === 'electron', 'windows are looked at through a hook of the stand-in');
  const nurse = new Nurse(room.room);
  await nurse.setUp();
  await nurse.openPractice();
  const hello = await nurse.request('hello', {});
  const sessionId = hello.ok ? (hello.data.status.liveSessionId ?? '') : '';
  const staff = await nurse.request('staff.list', {});
  const idOf = (name: string) => (staff.ok ? (staff.data.staff.find((one) => one.name === name)?.staffId ?? '') : '');
  const handOver = async (questionnaire?: string): Promise<void> => {
    await nurse.step('Wishes and music').click();
    await nurse.button(/^Hand (the screen to the patient|over again)$/).click();
    await nurse.page.getByLabel('Their language').selectOption('Deutsch');
    if (questionnaire !== undefined)
      await nurse.page.getByRole('dialog').getByRole('button', { name: questionnaire }).click();
    await nurse.page.getByRole('dialog').getByRole('button', { name: 'Hand the screen to the patient' }).click();
  };

  // On the one display of this PC the patient's window covers the room's, which is locked.
  await handOver('PHQ-9');
  await expect(nurse.button('Sign in').first()).toBeVisible();
  const patient = await room.window('patient');
  const opened: Record<string, unknown> = { visible: true, kiosk: true, title: expect.not.stringContaining('Maple') };
  await expect.poll(() => patientWindow(room)).toMatchObject(opened);
  expect(await asks(patient, 'intake.read', {})).toMatchObject({ data: { screen: 'asking', language: 'de' } });
  expect(await asks(patient, 'patients.find', { text: '' })).toMatchObject({ code: 'ipc.notThisWindow' });
  expect(await asks(patient, 'intake.keep', { choice: said })).toMatchObject({ ok: true });

  // Item 9 above zero, in a form that is not finished: the room asks for somebody, and the patient's screen is as ever.
  await expect(patient.getByRole('heading', { name: 'Little interest or pleasure in doing things' })).toBeVisible();
  for (let question = 1; question < 9; question += 1) {
    const heading = await patient.locator('h1').innerText();
    await patient.getByRole('button', { name: 'Not at all' }).click();
    await expect(patient.locator('h1')).not.toHaveText(heading);
  }
  const thanks = patient.getByRole('heading', { name: 'Danke' });
  await patient.getByRole('button', { name: 'Not at all' }).click();
  await expect(thanks).toBeVisible();
  const asEver = await patient.locator('body').innerText();
  await expect(nurse.page.getByText('Speak with the patient')).toHaveCount(0);
  await patient.getByRole('button', { name: 'Zurück' }).click();
  await patient.getByRole('button', { name: 'Several days' }).click();
  await expect(nurse.page.getByText('Speak with the patient before the start.')).toBeVisible();
  await expect(nurse.page.getByText('Several days')).toHaveCount(0);
  await expect(thanks).toBeVisible();
  await expect.poll(() => patient.locator('body').innerText()).toBe(asEver);
  await patient.getByRole('button', { name: 'Weiter' }).click();

  // Help is asked for and answered without a PIN; a page that dies comes back with the questions and what was kept.
  expect(await asks(patient, 'intake.help', {})).toMatchObject({ ok: true });
  await expect(nurse.page.getByText('The patient asks you to come.')).toBeVisible();
  await nurse.button('I am coming').click();
  await expect(nurse.page.getByText('The patient asks you to come.')).toBeHidden();
  await room.hooks.crash('patient');
  await expect
    .poll(async () => asks(await room.window('patient'), 'intake.read', {}).catch(() => null))
    .toMatchObject({ data: { screen: 'asking', helpAsked: false, asks: { choice: said } } });

  // A wrong PIN leads nowhere, the right one out and in.
  const page = await room.window('patient');
  expect(await asks(page, 'intake.rest', {})).toMatchObject({ ok: true });
  expect(await asks(page, 'intake.read', {})).toMatchObject({ data: { screen: 'resting', asks: null } });
  const staffId = idOf(ALVAREZ.name);
  expect(await asks(page, 'intake.leave', { staffId, pin: '0000' })).toMatchObject({ code: 'access.wrongPin' });
  const closed = page.waitForEvent('close');
  void asks(page, 'intake.leave', { staffId, pin: ALVAREZ.pin }).catch(() => null);
  await closed;
  await expect.poll(() => patientWindow(room)).toBeNull();

  const card = nurse.page.getByRole('region', { name: 'The patient’s own choice' });
  await nurse.step('Wishes and music').click();
  await expect(card.getByText('their own phone')).toBeVisible();
  await expect(card.getByText('Sign for stop: linke Hand heben')).toBeVisible();
  await expect(card.getByText('Frieden mit dem Bruder')).toBeVisible();

  // Nothing starts until somebody has spoken with the patient and says what was decided.
  await expect(nurse.page.getByText('PHQ-9: 1 of 27 (minimal)')).toBeVisible();
  await expect(nurse.button(/Speak with the patient before the start$/)).toBeVisible();
  await nurse.button('Spoken with…').click();
  await nurse.page.getByText('Go on', { exact: true }).click();
  await nurse.page.getByLabel('In a line: what was said').fill('No plan. Wants to go on.');
  await nurse.button('Save').click();
  await expect(nurse.page.getByText('Speak with the patient')).toHaveCount(0);

  // The start takes the screen back by itself; from then on the wishes stand in one line, and nothing pretends to play.
  await handOver();
  await room.window('patient');
  await nurse.request('staff.signIn', { staffId, pin: ALVAREZ.pin });
  const practice = new Practice(nurse, sessionId);
  await practice.prepare();
  await practice.do({ type: 'start', agoMs: 0 });
  await expect.poll(() => patientWindow(room)).toBeNull();
  const line = nurse.page.getByRole('region', { name: 'Wishes of the patient' });
  await expect(line).toContainText('Sign for stop: linke Hand heben · Never touch · Mask');
  await expect(nurse.page.getByText('Start their music')).toBeVisible();
  await expect(nurse.button('Softer')).toHaveCount(0);

  // Somebody who is not a nurse reads no intention that is for the nurse only; the emergency shows the wishes as well.
  await nurse.request('staff.signIn', { staffId: idOf(LINDQVIST.name), pin: LINDQVIST.pin });
  expect(await nurse.request('intake.intention', { sessionId })).toMatchObject({
    data: { intention: null, hidden: true },
  });
  expect(JSON.stringify(await nurse.recordOf(sessionId))).not.toContain('Bruder');
  const found = await nurse.request('sessions.search', {
    ...{ practice: true, text: 'Frieden', flags: [], staffId: null, before: null },
  });
  expect(found.ok && found.data.sessions).toEqual([]);
  await practice.do({ type: 'beginEmergency' });
  await expect(line).toContainText('Never touch');
});
