import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noComfort, openChoice, type Choice } from '../../shared/intake/choice.ts';
import { filesUnder, leaksInUnlinked, leaksUnder } from '../helpers/leak-search.ts';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { Practice } from '../helpers/practice.ts';

const PATIENT = { name: 'Zyxwvutia Quappenstein', birthDate: '1961-07-23', allergies: 'Erdnussallergie Xq7' };
const INTENTION = 'Blauwalgesang am Nebelufer';
const COLLEAGUE = { name: 'Wolpertinga Klabauter', pin: '73914682' };
const NOTE = 'Tannenhäherruf im Krötenpfuhl';
const ERASED = { name: 'Grummelda Sockenstrick', birthDate: '1949-11-08', allergies: 'Penicillinzwack Zz9' };
const PASSPHRASE = 'Zirbelkiefer-Laterne-48213';
/** What a patient writes at intake, in their own window. */
const OWN_WORDS = {
  intention: 'Moorlichtwanderung im Erlenbruch',
  avoid: 'Bohrgeräusche vom Zahnarztgnom',
  stopSign: 'dreimal Zeh wackeln wie Otterbein',
};
const planted = [
  ...Object.values(OWN_WORDS),
  ...Object.values(PATIENT),
  'Quappenstein',
  ...Object.values(ERASED),
  INTENTION,
  NOTE,
  COLLEAGUE.name,
  COLLEAGUE.pin,
  PASSPHRASE,
  ALVAREZ.name,
];

test('no file that the app writes holds a byte of what it knows: in use, after a crash, after the end', async ({
  launchRoom,
}) => {
  // Everything that the app, its workers and its windows write lies here: data, profile, temporary files.
  const place = mkdtempSync(join(tmpdir(), 'leak-'));
  const temporary = join(place, 't');
  const userData = join(place, 'user-data');
  mkdirSync(temporary);
  try {
    const room = await launchRoom({ userData, env: { TMPDIR: temporary } });
    const { hooks } = room;
    const nurse = new Nurse(room.room);
    nurse.passphrase = PASSPHRASE;
    await nurse.setUp();
    const added = await nurse.request('staff.add', { ...COLLEAGUE, role: 'clinician' });
    expect(added.ok).toBe(true);
    const patient = await nurse.request('patients.create', { details: PATIENT, knownDuplicate: false });
    if (!patient.ok) throw new Error(patient.code);
    const made = await nurse.request('sessions.create', {
      practice: false,
      patientId: patient.data.patientId,
      courseId: null,
      plannedMs: 3_000_000,
      musicHash: null,
    });
    if (!made.ok) throw new Error(made.code);
    const noted = await nurse.request('session.command', {
      sessionId: made.data.sessionId,
      commandId: 'leak-test-wishes',
      seenSeq: made.seq ?? 1,
      command: { type: 'noteWishes', intention: INTENTION, wishes: null },
    });
    expect(noted).toMatchObject({ ok: true });
    await chooseAsPatient(room, nurse, made.data.sessionId);
    // The people's screen shows what was planted, and the window's title does not.
    const [found] = await Promise.all([
      nurse.request('patients.find', { text: 'quappen' }),
      nurse.button('Settings').first().waitFor(),
    ]);
    expect(found.ok && found.data.patients).toHaveLength(1);
    expect(planted.filter((word) => nurse.page.url().includes(word))).toEqual([]);
    const title = await nurse.page.title();
    expect(planted.filter((word) => title.includes(word))).toEqual([]);

    // An erasure, an archive of everything, and a session under way with a note and an emergency copy of it.
    const signed = await owner(nurse);
    const erased = await nurse.request('patients.create', { details: ERASED, knownDuplicate: false });
    if (!erased.ok) throw new Error(erased.code);
    const { patientId } = erased.data;
    expect(
      await nurse.request('retention.erase', { patientId, why: 'request', reason: 'asked in writing', signed }),
    ).toMatchObject({ ok: true });
    await hooks.answerDialog({ canceled: false, filePath: join(place, 'everything.age') });
    const selection = { what: 'everything' } as const;
    expect(await nurse.request('archive.export', { selection, passphrase: PASSPHRASE, signed })).toMatchObject({
      ok: true,
      data: { begun: true },
    });
    await expect.poll(() => filesUnder(place).includes(join(place, 'everything.age')), { timeout: 60_000 }).toBe(true);
    await nurse.openPractice();
    const hello = await nurse.request('hello', {});
    const practice = new Practice(nurse, (hello.ok && hello.data.status.liveSessionId) || '');
    await practice.prepare();
    await practice.do({ type: 'start', agoMs: 0 });
    await practice.do({ type: 'note', text: NOTE });
    await hooks.answerDialog({ canceled: false, filePath: join(place, 'copy.age') });
    expect(await nurse.request('copy.make', { sessionId: practice.sessionId })).toMatchObject({
      ok: true,
      data: { name: 'copy.age' },
    });

    const open = leaksInUnlinked(temporary, planted);
    expect(open.processes).toBeGreaterThan(0);
    expect(open.leaks).toEqual([]);
    expect(leaksUnder(place, planted)).toEqual([]);

    await room.kill('SIGKILL');
    expect(leaksUnder(place, planted)).toEqual([]);

    const after = await room.restart();
    const again = new Nurse(after.room);
    expect(await again.request('app.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
    // Leaving makes a copy of the record beside the notes of its head.
    await after.close();
    expect(leaksUnder(place, planted)).toEqual([]);
    const names = filesUnder(userData).map((file) => file.slice(userData.length + 1));
    expect(filesUnder(place)).toEqual(expect.arrayContaining([join(place, 'everything.age'), join(place, 'copy.age')]));
    expect(names).toEqual(expect.arrayContaining(['clinic.db', 'clinic.anchors', 'vault.json', 'settings.json']));

    // The same search finds what is there to be found, in each form.
    writeFileSync(join(temporary, 'control'), `${INTENTION} ${Buffer.from(`x${PATIENT.name}`).toString('base64')}`);
    const control = leaksUnder(place, planted);
    expect(control).toContain(`${INTENTION} (utf8) in t/control`);
    expect(control).toContain(`${PATIENT.name} (base64+1) in t/control`);
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 10 });
  }
});

/** The patient's window writes down what they wish, shows it once more, and is left. */
async function chooseAsPatient(room: Room, nurse: Nurse, sessionId: string): Promise<void> {
  const { avoid, stopSign, intention } = OWN_WORDS;
  expect(await nurse.request('intake.open', { sessionId, language: 'de', ownFiles: null })).toMatchObject({ ok: true });
  const patient = new Nurse(await room.window('patient'));
  const choice: Choice = {
    ...{ ...openChoice('de'), music: { kind: 'quiet' }, scope: 'session' },
    intention: { text: intention, readers: 'nurse', inExport: false },
    comfort: { ...noComfort, avoid, stopSign },
  };
  expect(await patient.request('intake.keep', { choice })).toMatchObject({ ok: true });
  await patient.page.reload();
  await patient.page.getByRole('button').first().waitFor();
  const staff = await nurse.request('staff.list', {});
  const staffId = staff.ok ? (staff.data.staff.find(({ name }) => name === ALVAREZ.name)?.staffId ?? '') : '';
  // The window is gone before it could hear the answer.
  const closed = patient.page.waitForEvent('close');
  await patient.request('intake.leave', { staffId, pin: ALVAREZ.pin }).catch(() => undefined);
  await closed;
}

/** Somebody who looks after records. */
async function owner(nurse: Nurse): Promise<{ readonly staffId: string; readonly pin: string }> {
  const staff = await nurse.request('staff.list', {});
  const found = staff.ok ? staff.data.staff.find(({ name }) => name === LINDQVIST.name) : undefined;
  if (found === undefined) throw new Error('Nobody looks after the record');
  return { staffId: found.staffId, pin: LINDQVIST.pin };
}
