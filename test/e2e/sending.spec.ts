import { stableUuid } from '../../electron/report/stable-uuid.ts';
import { auditLines, type AuditLine } from '../helpers/audit-lines.ts';
import { axeFindings } from '../helpers/axe-findings.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { startFhirServer } from '../peers/fhir-server.ts';

const BERG = { name: 'K. Berg', pin: '9753' } as const;
const PASSPHRASE = 'Kranichfeder-Brunnen-51';
const TOKEN = 'fictional-token-of-a-clinic';
const WORDS = 'Bundle.entry[3].resource: unknown code';

/** A session of a made-up person that is over: it was not given. */
async function overSession(nurse: Nurse, name: string, over = true): Promise<string> {
  const details = { name, birthDate: '1978-03-05', allergies: '' };
  const patient = await nurse.request('patients.create', { details, knownDuplicate: true });
  if (!patient.ok) throw new Error(patient.code);
  const { patientId } = patient.data;
  const plan = { practice: false, patientId, courseId: null, plannedMs: 3_000_000, musicHash: null };
  const created = await nurse.request('sessions.create', plan);
  if (!created.ok) throw new Error(created.code);
  const { sessionId } = created.data;
  if (!over) return sessionId;
  for (const [index, command] of [
    { type: 'beginPreChecks' as const },
    { type: 'doNotGive' as const, reason: 'Slept badly', postponed: true },
  ].entries()) {
    const commandId = `${command.type}-${sessionId}`.slice(0, 60);
    const act = { sessionId, commandId, seenSeq: index + 1, command };
    expect(await nurse.request('session.command', act)).toMatchObject({ ok: true });
  }
  return sessionId;
}

const bundleId = (sessionId: string): string => stableUuid(`bundle/${sessionId}`);

test('sessions go to the clinic’s server by a press and by the standing setting, through its absence and a restart', async ({
  launchRoom,
}, info) => {
  const server = await startFhirServer();
  server.token = TOKEN;
  // Without a key chain: the token and the queue are sealed in the vault, and the test can read the audit afterwards.
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'basic_text' } });
  const nurse = new Nurse(room.room);
  nurse.passphrase = PASSPHRASE;
  const { page } = nurse;
  const dialog = page.getByRole('dialog');
  await nurse.setUp();
  const early = await overSession(nurse, 'Änne Großmann');
  const signed = await overSession(nurse, 'Bo Testfall');
  const turnedAway = await overSession(nurse, 'Cleo Beispiel');
  await overSession(nurse, 'Dara Draft', false);
  const added = await nurse.request('staff.add', { ...BERG, role: 'owner' });
  if (!added.ok) throw new Error(added.code);
  const berg = added.data.staffId;

  await nurse.button('Back to the start page').click();
  // A nurse sees that it is off and cannot switch it on; there is no button to send anywhere.
  await nurse.button('Settings').first().click();
  const card = page.getByRole('region', { name: 'Clinic’s record system' });
  await expect(card).toContainText('Switched off.');
  await expect(card.getByRole('button', { name: 'Set up…' })).toBeDisabled();
  expect(await nurse.request('sending.ask', { sessionId: early })).toMatchObject({ ok: false, code: 'sending.off' });

  await nurse.request('staff.signIn', { staffId: berg, pin: BERG.pin });
  await card.getByRole('button', { name: 'Set up…' }).click();
  await dialog.getByLabel('Address of the server').fill(`https://${server.host}/r4`);
  await dialog.getByRole('textbox', { name: 'Token' }).fill(TOKEN);
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(dialog).toContainText('Look at the server’s certificate first');
  await dialog.getByRole('button', { name: 'Look at its certificate' }).click();
  await expect(dialog.getByText(server.fingerprint.match(/.{4}/g)?.join(' ') ?? '-')).toBeVisible();
  expect(server.requests).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, this is mine' }).click();
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(dialog).toContainText('Reached: Example FHIR server, FHIR 4.0.1 (R4)');
  await dialog.getByText('By itself once it is signed').click();
  await page.screenshot({ path: info.outputPath('set-up.png') });
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(card).toContainText('Each session goes by itself once it is signed');

  // By a press, one session: the whole of it, with its pages, under its own stable name.
  await nurse.button('Start page').click();
  await nurse.button(/^Review/).click();
  const rows = page.getByRole('navigation', { name: 'Sessions' }).getByRole('listitem');
  await rows.filter({ hasText: 'Änne Großmann' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  expect(server.bundles.size).toBe(0);
  const send = dialog.getByRole('button', { name: 'Send to the clinic’s record system (FHIR R4)' });
  await send.click();
  await expect(dialog.getByRole('status')).toContainText('It goes as soon as nothing else is in the way.');
  await expect.poll(() => [...server.bundles.keys()], { timeout: 40_000 }).toEqual([bundleId(early)]);
  const [sent] = server.bundles.get(bundleId(early)) ?? [];
  const bundle = JSON.parse(sent?.toString('utf8') ?? 'null') as { type: string; entry: { resource: unknown }[] };
  expect(bundle.type).toBe('collection');
  const resources = bundle.entry.map(({ resource }) => resource);
  expect(resources).toContainEqual(expect.objectContaining({ resourceType: 'DocumentReference' }));
  const name = expect.arrayContaining([expect.objectContaining({ text: 'Änne Großmann' })]);
  expect(resources).toContainEqual(expect.objectContaining({ resourceType: 'Patient', name }));
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // The server is away: what is signed now waits by the standing setting, what the list finds by a press.
  await server.down();
  await rows.filter({ hasText: 'Bo Testfall' }).click();
  await nurse.button('Sign …').click();
  await dialog.getByText('reviewed the record').click();
  await dialog.getByText('No infusion is to follow').click();
  await dialog.getByLabel('Clinician').last().selectOption(LINDQVIST.name);
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await nurse.button('Sign and close').click();
  await expect(page.getByRole('button', { name: /Signed: / })).toBeVisible();
  await expect
    .poll(async () => {
      const answer = await nurse.request('sending.list', { from: 0 });
      return answer.ok ? answer.data.rows.find(({ sessionId }) => sessionId === signed)?.state : answer;
    })
    .toMatchObject({ kind: 'waiting', why: 'unreachable' });
  server.turnedAway.set(bundleId(turnedAway), WORDS);
  await page.getByRole('searchbox', { name: 'Find' }).fill('beispiel');
  await expect(rows).toHaveCount(1);
  await nurse.button('Export these').click();
  await send.click();
  await expect(dialog.getByRole('status')).toContainText('1 session goes as soon as nothing else is in the way.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox', { name: 'Find' }).fill('draft');
  await expect(rows).toHaveCount(1);
  await nurse.button('Export these').click();
  await send.click();
  await expect(dialog.getByRole('status')).toContainText('1 is not over yet and stays here.');
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Both wait in the app that comes after; the server is back, and nobody presses anything.
  const again = await room.restart();
  const later = new Nurse(again.room);
  await server.up();
  expect(server.bundles.size).toBe(1);
  expect(await later.request('app.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await expect.poll(() => server.bundles.has(bundleId(signed)), { timeout: 60_000 }).toBe(true);
  expect(server.bundles.size).toBe(2);
  await expect
    .poll(async () => {
      const read = await later.request('sending.read', {});
      return read.ok && read.data.view;
    })
    .toMatchObject({ waiting: 0, accepted: 2, refused: 1 });

  await later.page.getByRole('button', { name: BERG.name }).click();
  await later.page.getByLabel(`PIN of ${BERG.name}`).fill(BERG.pin);
  await later.page.keyboard.press('Enter');
  await later.button('Settings').first().click();
  await later.button('What was sent…').click();
  const list = later.page.getByRole('dialog').getByRole('listitem');
  await expect(list).toHaveCount(3);
  await expect(list.nth(0)).toContainText('Cleo Beispiel, born 5 Mar 1978');
  await expect(list.nth(0)).toContainText(/Refused on .*: it does not take this session/);
  await expect(list.nth(0)).toContainText(`The server says: “${WORDS}”`);
  await expect(list.nth(0)).toContainText(
    'Show these words to your IT. Once it is put right there, press “Send again”.',
  );
  await expect(list.nth(0)).toContainText(`Asked for by ${BERG.name}`);
  await expect(list.filter({ hasText: 'Bo Testfall' })).toContainText('By the standing setting');
  await expect(list.filter({ hasText: 'Bo Testfall' })).toContainText(
    /Accepted.*The server has it since .*, version 1/,
  );
  await later.page.screenshot({ path: info.outputPath('list.png') });
  expect(await axeFindings(later.page)).toEqual([]);
  server.turnedAway.clear();
  await list.nth(0).getByRole('button', { name: 'Send again' }).click();
  await expect(list.filter({ hasText: 'Cleo Beispiel' })).toContainText('Accepted', { timeout: 40_000 });
  expect(server.bundles.size).toBe(3);

  await again.close();
  await server.close();
  const audit = await auditLines(room.userData, PASSPHRASE);
  const by = { kind: 'staff', staffId: berg };
  const app = { kind: 'app' };
  const set = audit.filter(({ type }) => type === 'sendingSet');
  expect(set).toEqual([
    { type: 'sendingSet', on: true, whenSigned: true, server: `https://${server.host}/r4`, author: by },
  ]);
  const about = (sessionId: string): AuditLine[] =>
    audit.filter(
      (line) =>
        (line.type === 'exportBegun' && line.sessionIds.includes(sessionId)) ||
        (line.type === 'serverAnswered' && line.sessionId === sessionId),
    );
  const begun = (author: object) => expect.objectContaining({ type: 'exportBegun', what: 'fhirServer', author });
  const told = (accepted: boolean, versionId: string | null) =>
    expect.objectContaining({ type: 'serverAnswered', accepted, versionId, author: app });
  expect(about(early)).toEqual([begun(by), told(true, '1')]);
  expect(about(signed)).toEqual([begun(app), told(true, '1')]);
  expect(about(turnedAway)).toEqual([begun(by), told(false, null), begun(by), told(true, '1')]);
});
