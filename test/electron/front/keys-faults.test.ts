import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replaceDataKeys } from '../../../electron/access/data-keys.ts';
import type * as VaultChanges from '../../../electron/access/vault-changes.ts';
import { openVault } from '../../../electron/access/vault.ts';
import { openRecords } from '../../../electron/opening.ts';
import { tryAgain } from '../../../electron/ways-on.ts';
import { success } from '../../../shared/ipc/answer.ts';
import { AppWithoutWindows, OWNER } from '../../helpers/app-without-windows.ts';
import { FakeKeychain, noKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

/** The vault cannot be written at the end of a replacement. */
const disk = vi.hoisted(() => ({ settleFails: false }));
vi.mock('../../../electron/access/vault-changes.ts', async (original) => {
  const actual = await original<typeof VaultChanges>();
  const settleKeys: typeof actual.settleKeys = async (...args) =>
    disk.settleFails
      ? { ok: false, kind: 'broken', code: 'vault.unreachable', params: {} }
      : actual.settleKeys(...args);
  return { ...actual, settleKeys };
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
  disk.settleFails = false;
  vi.useRealTimers();
  remove();
});

/** An app whose clinic's data key was replaced, all but the last write of the vault. */
async function unsettled(): Promise<AppWithoutWindows> {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  disk.settleFails = true;
  expect(await replaceDataKeys(app.front.vaultPlace, null, [app.desk.records.clinic], {})).toMatchObject({ ok: false });
  disk.settleFails = false;
  return app;
}

test('a replacement that was not settled is not begun again over itself: no key that opens a file is lost', async () => {
  const app = await unsettled();
  const { clinic, practice } = app.desk.records;
  const stopped = AbortSignal.abort();
  const again = await replaceDataKeys(app.front.vaultPlace, null, [practice, clinic], { signal: stopped });
  expect(again).toMatchObject({ ok: false, code: 'vault.unsettled' });
  await app.desk.close();
  const opened = dataOf(await openRecords(app.front.place, null));
  await opened.records.clinic.close();
  await opened.records.practice.close();
});

test('after an opening that ended a cut-off replacement, a restore uses the keys in force', async () => {
  const app = await unsettled();
  await app.desk.close();
  const next = new AppWithoutWindows(folder, keychain);
  await next.front.start();
  const onDisk = dataOf(await openVault(next.front.vaultPlace, null));
  expect(next.front.vault?.keys.clinic.dataKey).toEqual(onDisk.keys.clinic.dataKey);
  await next.backUp();
  await next.stageOldest();
  await next.desk.close();
});

test('a new recovery key that is refused because other work runs leaves the old one in force', async () => {
  const app = new AppWithoutWindows(folder, keychain);
  await app.makeRecord();
  const { keys } = app.front;
  const { groups, ask } = dataOf(await keys.show({ kind: 'app' }, null, 'newDataKeys'));
  const typed: [string, string] = [groups[ask[0] - 1] ?? '', groups[ask[1] - 1] ?? ''];
  let end = (): void => undefined;
  const work = new Promise<void>((resolve) => (end = resolve));
  app.desk.jobs.start('verify', () => work.then(() => success({})));
  expect(await keys.confirm(app.desk, typed)).toMatchObject({ ok: false, code: 'job.busy' });
  expect(await keys.standing()).toBe('none');
  end();
  await app.desk.close();
});

test('taking over another PC: a try that failed after the keys were taken can be gone on with', async () => {
  const [other, mine] = [path.join(folder, 'other'), path.join(folder, 'mine')];
  mkdirSync(other);
  mkdirSync(mine);
  const one = new AppWithoutWindows(other, keychain);
  await one.makeRecord('a long passphrase');
  await one.backUp();
  await one.desk.close();
  const app = new AppWithoutWindows(mine, keychain, path.join(other, 'backups'));
  await app.front.start();
  const stage = async (): Promise<string> => {
    dataOf(app.restoring.pick());
    await app.ended('restorePick');
    const { copies, ways } = dataOf(await app.restoring.list('pick'));
    const { stem } = copies[0] ?? { stem: '' };
    if (ways !== null) dataOf(await app.restoring.open({ stem, kind: 'passphrase', secret: 'a long passphrase' }));
    dataOf(app.restoring.stage({ where: 'pick', stem }));
    expect((await app.ended('restoreStage')).failure).toBe(null);
    return stem;
  };
  const first = await stage();
  // The plan of the exchange cannot be written.
  const inTheWay = path.join(mine, 'clinic.db.restore.json.new');
  mkdirSync(inTheWay);
  expect((await app.restore(first)).failure).not.toBe(null);
  rmSync(inTheWay, { recursive: true });
  expect(app.board.now).toMatchObject({ state: 'broken', problem: 'record.missing' });
  expect((await app.restore(await stage())).failure).toBe(null);
  expect(app.board.now.state).toBe('open');
  await app.desk.close();
});

test('a wrong passphrase stays at its screen, also after a right one found a damaged record', async () => {
  const app = new AppWithoutWindows(folder, noKeychain);
  dataOf(await app.front.make('a long passphrase', OWNER, false));
  await app.desk.close();
  writeFileSync(path.join(folder, 'clinic.db'), Buffer.alloc(40_960, 7));
  const next = new AppWithoutWindows(folder, noKeychain);
  await next.front.start();
  await next.front.unlock('a long passphrase');
  expect(next.board.now.state).toBe('broken');
  await tryAgain(next.front);
  await next.front.unlock('a wrong passphrase');
  expect(next.board.now.state).toBe('locked');
});
