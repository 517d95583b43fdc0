import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { STALL_MS } from '../../../../electron/record/backup/sender.ts';
import { markTarget } from '../../../../electron/record/backup/target.ts';
import { anyStuck } from '../../../../electron/record/jobs/run-job.ts';
import { anAppend, dataOf } from '../../../helpers/temp-record.ts';
import { until } from '../../../helpers/until.ts';
import { NOON, openKept, type Kept } from './keeper-under-test.ts';

/** Every copy starts several workers; a busy machine is no reason to fail. */
const LONG = 240_000;
const HOUR = 3_600_000;

let kept: Kept | null = null;
afterEach(async () => {
  vi.useRealTimers();
  await kept?.end();
  kept = null;
});

async function withCopy(): Promise<{ kept: Kept; outside: string }> {
  kept = await openKept();
  await kept.clinic.append(anAppend('session:a', 0, null, { type: 'noted' }));
  dataOf(await kept.keeper.backupNow('asked'));
  const outside = path.join(kept.folder, 'share');
  mkdirSync(outside);
  markTarget(outside);
  kept.at.outside = outside;
  return { kept, outside };
}

/** The writing end of a pipe that somebody waits to read from; null as long as nobody does. */
function writerOf(pipe: string): number | null {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return null;
    throw error;
  }
}

const databasesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.db'));

test(
  'a share that is away is said with the date of the last good copy, tried again later, and used when it is back',
  async () => {
    const { kept: at, outside } = await withCopy();
    await at.keeper.sendNow();
    expect(at.keeper.status.outside).toMatchObject({ problem: null, lastGood: NOON });
    expect(databasesIn(outside)).toHaveLength(2);

    at.at.now += HOUR;
    await at.clinic.append(anAppend('session:a', 1, null, { type: 'noted' }));
    dataOf(await at.keeper.backupNow('asked'));
    // Away: the mount point is an empty folder, which must not be written to.
    renameSync(outside, `${outside} away`);
    mkdirSync(outside);
    await at.keeper.sendNow();
    const away = at.keeper.status.outside;
    expect(away).toMatchObject({ problem: 'backup.folderGone', lastGood: NOON, nextTry: NOON + HOUR + 60_000 });
    expect(readdirSync(outside)).toEqual([]);
    await at.keeper.sendNow();
    expect(at.keeper.status.outside.nextTry).toBe(NOON + HOUR + 120_000);

    rmSync(outside, { recursive: true });
    renameSync(`${outside} away`, outside);
    await at.keeper.sendNow();
    expect(at.keeper.status.outside).toMatchObject({ problem: null, nextTry: null, lastGood: NOON + HOUR });
    // Two of each record.
    expect(databasesIn(outside)).toHaveLength(4);
  },
  LONG,
);

test(
  'a folder that hangs is given up on, keeps nobody waiting, and gets no second thread',
  async () => {
    const { kept: at, outside } = await withCopy();
    // Reading a pipe that nobody writes to blocks its thread, as a dead network share does.
    const pipe = path.join(outside, 'stillroom-backups.json');
    rmSync(pipe);
    execFileSync('mkfifo', [pipe]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sending = at.keeper.sendNow();
    let writer: number | null = null;
    await until(() => (writer ??= writerOf(pipe)) !== null);
    expect((await at.clinic.append(anAppend('session:a', 1, null, { type: 'noted' }))).ok).toBe(true);
    // It hangs, and only now its time passes.
    vi.advanceTimersByTime(STALL_MS);
    await sending;
    expect(at.keeper.status.outside.problem).toBe('backup.folderStuck');
    expect(anyStuck()).toBe(true);
    await at.keeper.sendNow();
    expect(at.keeper.status.outside.problem).toBe('backup.folderStuck');
    // A write ends the read: the thread goes.
    writeSync(writer!, 'x');
    closeSync(writer!);
    await expect.poll(anyStuck).toBe(false);
  },
  LONG,
);

test(
  'half a copy does not count, and is cleared away by the next one',
  async () => {
    const { kept: at, outside } = await withCopy();
    writeFileSync(path.join(outside, 'clinic-20260101T000000000Z.db.part'), 'half');
    writeFileSync(path.join(outside, 'holiday.db'), 'somebody else’s');
    await at.keeper.sendNow();
    expect(readdirSync(outside).filter((name) => name.includes('.part'))).toEqual([]);
    expect(readdirSync(outside)).toContain('holiday.db');
  },
  LONG,
);
