import assert from 'node:assert/strict';
import path from 'node:path';
import type { SessionEvent } from '../../../shared/session/event.ts';
import { openRoom, type Room } from '../../helpers/launch-room.ts';
import { LINDQVIST, Nurse, OKAFOR } from '../../helpers/nurse.ts';
import { Practice } from '../../helpers/practice.ts';
import { startStandin } from '../../helpers/standin-process.ts';
import { inRoot } from '../../../tools/run/paths.mjs';
import { assertSaid } from '../sentences.ts';

export const PASSPHRASE = 'still waters, slow tide';
/** No key chain: the keys come from the passphrase, with which the harness opens the files as well. */
const env = { STILLROOM_STANDIN_KEYCHAIN: 'basic_text' };

/** The running app and the session that it holds. */
export interface RunningApp {
  readonly room: Room;
  readonly practice: Practice;
}

export function launch(userData: string): Promise<Room> {
  return openRoom({ userData, env, headless: true, args: [] });
}

/** Starts the app only to kill it `afterMs` later, wherever it is by then. */
export async function killWhileStarting(userData: string, afterMs: number): Promise<void> {
  const started = startStandin({
    main: path.join(inRoot('dist'), 'main', 'main.js'),
    args: [`--user-data-dir=${userData}`],
    env,
    headless: true,
  });
  setTimeout(() => started.child.kill('SIGKILL'), afterMs);
  assert.equal(await started.ended, 'SIGKILL', 'the app ended by itself');
}

/** First run: a room, its staff, a patient, and a session whose infusion runs. */
export async function setUp(userData: string): Promise<RunningApp> {
  const room = await launch(userData);
  const nurse = new Nurse(room.room);
  const settings = { roomName: 'Room 2', address: '', emergencyNumbers: '', lockAfterMinutes: 10 };
  const staff = { name: 'R. Alvarez, RN', role: 'nurse', pin: '2580' } as const;
  dataOf(await nurse.request('app.setUp', { settings, staff, passphrase: PASSPHRASE, practice: false }));
  dataOf(await nurse.request('staff.add', { ...OKAFOR, role: 'nurse' }));
  dataOf(await nurse.request('staff.add', { ...LINDQVIST, role: 'clinician' }));
  const details = { name: 'Berta Falk', birthDate: '1980-02-29', allergies: '' };
  const patient = dataOf(await nurse.request('patients.create', { details, knownDuplicate: false }));
  const { sessionId } = dataOf(
    await nurse.request('sessions.create', {
      practice: false,
      patientId: patient.patientId,
      courseId: null,
      plannedMs: 3_000_000,
      musicHash: null,
    }),
  );
  const practice = new Practice(nurse, sessionId);
  await practice.prepare();
  await practice.do({ type: 'start', agoMs: 0 });
  return { room, practice };
}

/** Starts the app again: it opens, says plainly what it found, and has the session. */
export async function comeBack(userData: string, sessionId: string): Promise<RunningApp> {
  const room = await launch(userData);
  const nurse = new Nurse(room.room);
  dataOf(await nurse.request('app.unlock', { passphrase: PASSPHRASE }));
  const { status } = dataOf(await nurse.request('hello', {}));
  assert.equal(status.state, 'open');
  assert.equal(status.liveSessionId, sessionId);
  for (const code of status.findings) assertSaid(code);
  assert.deepEqual(
    status.findings.filter((code) => code !== 'record.notClosedCleanly'),
    [],
  );
  const practice = new Practice(nurse, sessionId);
  practice.seq = dataOf(await nurse.request('session.open', { sessionId })).seq;
  return { room, practice };
}

/** The session's events, whose seqs have no gap. */
export async function eventsOf({ practice }: RunningApp): Promise<readonly SessionEvent[]> {
  const events = await practice.nurse.recordOf(practice.sessionId);
  assert.deepEqual(
    events.map(({ seq }) => seq),
    events.map((_, index) => index + 1),
  );
  return events;
}

function dataOf<T>(answer: { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: string }): T {
  if (!answer.ok) throw new Error(`the app answered ${answer.code}`);
  return answer.data;
}
