import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closeStore } from '../../../electron/record/store.ts';
import type { OpenOptions } from '../../../electron/record/client.ts';
import { openOrThrow, openStoreOrThrow, tempOptions } from '../../helpers/temp-record.ts';
import { rowOf, type Row } from '../part.ts';
import { assertHolds, assertNotOpened, leftBehind, recordWith } from './steady.ts';

/** Runs in a mount namespace of its own: the folder of the record is mounted once more over itself, for reading only. */
export function readOnlyDisk(scratch: string): Promise<Row> {
  const mounted = async (folder: string, work: () => Promise<void>): Promise<void> => {
    const before = contents(folder);
    execFileSync('mount', ['--bind', folder, folder]);
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
      await work();
    } finally {
      execFileSync('umount', [folder]);
    }
    assert.deepEqual(contents(folder), before, 'nothing was changed');
  };
  const optionsAt = (name: string): OpenOptions => {
    const folder = path.join(scratch, name);
    mkdirSync(folder);
    return tempOptions(folder);
  };
  return rowOf('disk takes no writing (bind mount)', [
    {
      name: 'making',
      check: async () => {
        const options = optionsAt('ro new');
        await mounted(path.dirname(options.file), () => assertNotOpened(options, 'disk.readOnly'));
        await (await openOrThrow(options)).close();
      },
    },
    {
      name: 'opening a record that was closed',
      check: async () => {
        const options = optionsAt('ro closed');
        await (await recordWith(options, 5)).close();
        await opensAfterwards(options, mounted);
      },
    },
    {
      name: 'opening a record whose program was killed',
      check: async () => {
        const options = optionsAt('ro before');
        const record = await recordWith(options, 5);
        const folder = path.join(scratch, 'ro killed');
        leftBehind(options, 5, folder);
        await record.close();
        await opensAfterwards({ ...options, file: path.join(folder, 'left.db') }, mounted);
      },
    },
  ]);
}

async function opensAfterwards(
  options: OpenOptions,
  mounted: (folder: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await mounted(path.dirname(options.file), () => assertNotOpened({ ...options, mayCreate: false }, 'disk.readOnly'));
  const record = await openOrThrow({ ...options, mayCreate: false });
  await assertHolds(record, 5);
  await record.close();
  closeStore(openStoreOrThrow({ ...options, mayCreate: false }));
}

function contents(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(path.join(folder, name), 'base64')]);
}
