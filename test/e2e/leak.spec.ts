import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder, leaksInUnlinked, leaksUnder } from '../helpers/leak-search.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';

const PATIENT = { name: 'Zyxwvutia Quappenstein', birthDate: '1961-07-23', allergies: 'Erdnussallergie Xq7' };
const INTENTION = 'Blauwalgesang am Nebelufer';
const COLLEAGUE = { name: 'Wolpertinga Klabauter', pin: '73914682' };
const PASSPHRASE = 'Zirbelkiefer-Laterne-48213';
const planted = [
  ...Object.values(PATIENT),
  'Quappenstein',
  INTENTION,
  COLLEAGUE.name,
  COLLEAGUE.pin,
  PASSPHRASE,
  ALVAREZ.name,
];

test('no file that the app writes holds a byte of what it knows: in use, after a crash, after the end', async ({
  launchRoom,
}) => {
  test.setTimeout(300_000);
  // Everything that the app, its workers and its windows write lies here: data, profile, temporary files.
  const place = mkdtempSync(join(tmpdir(), 'leak-'));
  const temporary = join(place, 't');
  const userData = join(place, 'user-data');
  mkdirSync(temporary);
  try {
    const room = await launchRoom({ userData, env: { TMPDIR: temporary } });
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
    // The people's screen shows what was planted, and the window's title does not.
    const [found] = await Promise.all([
      nurse.request('patients.find', { text: 'quappen' }),
      nurse.button('Settings').first().waitFor({ timeout: 20_000 }),
    ]);
    expect(found.ok && found.data.patients).toHaveLength(1);
    expect(planted.filter((word) => nurse.page.url().includes(word))).toEqual([]);
    const title = await nurse.page.title();
    expect(planted.filter((word) => title.includes(word))).toEqual([]);

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
    expect(names).toEqual(expect.arrayContaining(['clinic.db', 'clinic.anchors', 'vault.json', 'settings.json']));

    // The same search finds what is there to be found, in each form.
    writeFileSync(join(temporary, 'control'), `${INTENTION} ${Buffer.from(`x${PATIENT.name}`).toString('base64')}`);
    const control = leaksUnder(place, planted);
    expect(control).toContain(`${INTENTION} (utf8) in t/control`);
    expect(control).toContain(`${PATIENT.name} (base64+1) in t/control`);
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
});
