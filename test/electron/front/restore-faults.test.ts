import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as NodeFs from 'node:fs';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import type { JobContext } from '../../../electron/record/jobs/job-types.ts';
import type * as RunJob from '../../../electron/record/jobs/run-job.ts';
import { erase } from '../../../electron/record/retention/keep.ts';
import { AppWithoutWindows } from '../../helpers/app-without-windows.ts';
import { FakeKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

/** What happens to the exchange of the files, whose job runs in this thread here. */
const fault = vi.hoisted(() => ({ renameRefused: false, dies: null as (() => void) | null }));
vi.mock('node:fs', async (original) => {
  const actual = await original<typeof NodeFs>();
  const renameSync = (from: string, to: string): void => {
    if (fault.renameRefused && from.endsWith('clinic.db')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    actual.renameSync(from, to);
  };
  return { ...actual, renameSync };
});
vi.mock('../../../electron/record/jobs/run-job.ts', async (original) => {
  const actual = await original<typeof RunJob>();
  const { restoreSwapJob } = await import('../../../electron/record/jobs/restore-swap-job.ts');
  const { failureOf } = await import('../../../electron/record/failures.ts');
  const runJob = async (...given: Parameters<typeof actual.runJob>) => {
    const [options, name, args] = given;
    if (name !== 'restoreSwap') return actual.runJob(...given);
    try {
      const done = await restoreSwapJob({ options } as JobContext, args as Parameters<typeof restoreSwapJob>[1]);
      if (fault.dies === null) return done;
      // The process ends here: nothing after the exchange happens.
      fault.dies();
      return await new Promise(() => undefined);
    } catch (error) {
      return failureOf(error, false);
    }
  };
  return { ...actual, runJob };
});

let folder: string;
let remove: () => void;
let keychain: FakeKeychain;
beforeEach(() => {
  // The app looks at nothing by itself: after its first seconds it would make the day’s copy, wherever a test stands then.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  ({ folder, remove } = tempFolder());
  keychain = new FakeKeychain();
});
afterEach(() => {
  Object.assign(fault, { renameRefused: false, dies: null });
  vi.useRealTimers();
  remove();
});
const started = async (): Promise<AppWithoutWindows> => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.front.start();
  return app;
};

test('a restore that failed, and was told so, does not happen by itself at the next start', async () => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  await app.backUp();
  const stem = await app.stageOldest();
  fault.renameRefused = true;
  expect((await app.restore(stem)).failure).not.toBe(null);
  fault.renameRefused = false;
  expect(app.board.now.state).toBe('open');
  const patientId = await app.addPatient('Later Testfall');
  await app.desk.close();
  const next = await started();
  expect(dataOf(await next.desk.records.clinic.patient(patientId))).not.toBe(null);
  // The copy that waited is gone with the plan.
  expect(readdirSync(folder).filter((name) => name.includes('restor'))).toEqual([]);
  await next.desk.close();
});

test('a restore cut off right after the exchange undoes no erasure', async () => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  const gone = await app.addPatient('Gone Testfall');
  const kept = await app.addPatient('Kept Testfall');
  await app.backUp();
  // The copy knows one of these two.
  for (const patientId of [gone, await app.addPatient('Unknown Testfall')]) {
    const act = { patientId, why: 'request', reason: 'asked' } as const;
    dataOf(await erase(app.desk.records.clinic, act, { kind: 'app' }, app.front.clock.now()));
  }
  const stem = await app.stageOldest();
  const died = new Promise<void>((resolve) => (fault.dies = resolve));
  dataOf(await app.restoring.restore({ stem, signed: await app.signed(), passphrase: null }));
  await died;
  const next = await started();
  const { clinic } = next.desk.records;
  expect(dataOf(await clinic.patient(gone))).toBe(null);
  expect(dataOf(await clinic.patient(kept))?.name).toBe('Kept Testfall');
  expect(dataOf(await clinic.erasures(10))).toHaveLength(1);
  expect(next.board.now.findings).not.toContain('record.rewritten');
  await next.desk.close();
});

test('a session that begins while the restore still makes its first copy is never torn down', async () => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  const patientId = await app.addPatient('Live Testfall');
  await app.backUp();
  const stem = await app.stageOldest();
  const { backups } = app.desk;
  const handlers = sessionHandlers(app.front.needDesk);
  const copy = backups.backupNow.bind(backups);
  dataOf(await app.desk.signIn((await app.signed()).staffId, (await app.signed()).pin));
  backups.backupNow = async (reason, hooks) => {
    const made = await copy(reason, hooks);
    const wanted = { patientId, courseId: null, practice: false, plannedMs: 2_400_000, musicHash: null };
    const { sessionId } = dataOf(await handlers['sessions.create'](wanted, 'room'));
    const command = { type: 'beginPreChecks' } as const;
    const pressed = { sessionId, commandId: 'begin', seenSeq: 1, command };
    dataOf(await handlers['session.command'](pressed, 'room'));
    return made;
  };
  expect(await app.restore(stem)).toMatchObject({ failure: { code: 'record.sessionRuns' } });
  expect(app.desk.room.live?.session.phase).toBe('preChecks');
  await app.desk.close();
});

test('a damaged practice file keeps nobody from the clinic’s record: it is set aside and begun anew', async () => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  const patientId = await app.addPatient('Kept Testfall');
  await app.desk.close();
  rmSync(path.join(folder, 'practice.db-wal'), { force: true });
  writeFileSync(path.join(folder, 'practice.db'), Buffer.alloc(40_960, 7));
  const next = await started();
  expect(next.board.now).toMatchObject({ state: 'open', problem: null });
  expect(next.board.now.findings).toContain('record.practiceAnew');
  expect(dataOf(await next.desk.records.clinic.patient(patientId))).not.toBe(null);
  expect(readdirSync(path.join(folder, 'set-aside-1'))).toContain('practice.db');
  await next.desk.close();
});
