import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openOrThrow, tempOptions } from '../../helpers/temp-record.ts';
import { rowOf, type Row } from '../part.ts';
import { assertHolds, assertNotOpened, assertUnsaved, entry, leftBehind, recordWith } from './steady.ts';

/** Runs in a mount namespace of its own: a file system of 2 MB is mounted there and is really full at times. */
export function fullDisk(scratch: string): Promise<Row> {
  const disk = path.join(scratch, 'small disk');
  const outside = path.join(scratch, 'left behind');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  const ballast = path.join(disk, 'ballast');
  const free = (): number => statfsSync(disk).bavail * statfsSync(disk).bsize;
  const fill = (leave: number): void => writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - leave)));
  const makeRoom = (): void => rmSync(ballast);
  /** Each case begins with an empty disk, whatever became of the one before it. */
  const onEmptyDisk = (check: () => Promise<void>) => () => {
    for (const name of readdirSync(disk)) rmSync(path.join(disk, name), { recursive: true });
    return check();
  };
  const recordAt = (name: string): ReturnType<typeof tempOptions> => ({
    ...tempOptions(disk),
    file: path.join(disk, name, 'clinic.db'),
  });

  const making = [0, 4, 8, 16, 32, 40].map((leaveKb) => ({
    name: `making a record with ${leaveKb} KB free`,
    check: onEmptyDisk(async () => {
      const options = recordAt('new');
      fill(leaveKb * 1024);
      await assertNotOpened(options, 'disk.full');
      assert.equal(existsSync(options.file), false, 'nothing stands at its place');
      makeRoom();
      const record = await openOrThrow(options);
      await assertHolds(record, 0);
      await record.close();
    }),
  }));
  const writing = [0, 4, 12, 30, 100, 250].map((leaveKb) => ({
    name: `writing with ${leaveKb} KB free`,
    check: onEmptyDisk(async () => {
      const options = recordAt('old');
      const record = await recordWith(options, 20);
      fill(leaveKb * 1024);
      let written = 20;
      while ((await record.append(entry(written))).ok) written += 1;
      for (const again of [1, 2, 3]) {
        assertUnsaved(await record.append(entry(written)), 'disk.full');
        await leftBehind(options, written, path.join(outside, `${leaveKb} ${again}`))();
      }
      await assertHolds(record, written);
      makeRoom();
      for (const index of [0, 1, 2, 3, 4]) assert.equal((await record.append(entry(written + index))).ok, true);
      await assertHolds(record, written + 5);
      await record.close();
    }),
  }));
  const opening = [0, 4, 40].map((leaveKb) => ({
    name: `opening with ${leaveKb} KB free`,
    check: onEmptyDisk(async () => {
      const options = recordAt('old');
      await (await recordWith(options, 20)).close();
      fill(leaveKb * 1024);
      const before = readdirSync(path.dirname(options.file));
      await openedOrFull(options, 20);
      assert.ok(before.every((name) => existsSync(path.join(path.dirname(options.file), name))));
      makeRoom();
      const record = await openOrThrow({ ...options, mayCreate: false });
      await assertHolds(record, 20);
      await record.close();
    }),
  }));
  return rowOf('disk full (a file system of 2 MB)', [...making, ...writing, ...opening]);
}

/** With little room the record opens and reads, or says that the disk is full; never anything else. */
async function openedOrFull(options: ReturnType<typeof tempOptions>, entries: number): Promise<void> {
  try {
    const record = await openOrThrow({ ...options, mayCreate: false });
    await assertHolds(record, entries);
    await record.close();
  } catch (error) {
    assert.match(String(error), /disk\.full/);
    await assertNotOpened({ ...options, mayCreate: false }, 'disk.full');
  }
}
