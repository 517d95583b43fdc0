import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retentionHandlers } from '../../../electron/ipc/retention-handlers.ts';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import { AppWithoutWindows } from '../../helpers/app-without-windows.ts';
import { FakeKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  // The app looks at nothing by itself: after its first seconds it would make the day’s copy, wherever a test stands then.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  ({ folder, remove } = tempFolder());
});
afterEach(() => {
  vi.useRealTimers();
  remove();
});

test('a session that was prepared for a patient goes with them, also out of what is open', async () => {
  const app = new AppWithoutWindows(folder, new FakeKeychain());
  await app.makeRecord();
  const patientId = await app.addPatient('Gone Testfall');
  const signed = await app.signed();
  dataOf(await app.desk.signIn(signed.staffId, signed.pin));
  const sessions = sessionHandlers(app.front.needDesk);
  const wanted = { patientId, courseId: null, practice: false, plannedMs: 2_400_000, musicHash: null };
  const { sessionId } = dataOf(await sessions['sessions.create'](wanted, 'room'));
  expect(dataOf(await sessions['session.open']({ sessionId }, 'room')).patient?.name).toBe('Gone Testfall');

  const erase = retentionHandlers(app.front.needDesk)['retention.erase'];
  dataOf(await erase({ patientId, why: 'request', reason: 'asked', signed }, 'room'));
  const gone = { ok: false, code: 'session.unknown' };
  expect(await sessions['session.open']({ sessionId }, 'room')).toMatchObject(gone);
  const command = { type: 'beginPreChecks' } as const;
  const pressed = { sessionId, commandId: 'begin', seenSeq: 1, command };
  expect(await sessions['session.command'](pressed, 'room')).toMatchObject(gone);
  await app.desk.close();
});
