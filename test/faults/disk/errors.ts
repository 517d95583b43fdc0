import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataOf, openOrThrow, tempOptions } from '../../helpers/temp-record.ts';
import { rowOf, type Row } from '../part.ts';
import { below, randomOf } from '../random.ts';
import { assertHolds, assertNotOpened, assertUnsaved, entry, leftBehind, recordWith } from './steady.ts';

const EIO = 5;
const ENOSPC = 28;

/**
 * Calls of the C library that fail, what they then say, and what the app makes of it. `chance` is how often one fails
 * at random: one entry writes about a dozen times and syncs once. `opening` writes the index of the log first, and there
 * SQLite does not say which error it met.
 */
const faults = [
  { call: 'posix/io/rw/pwrite', errno: EIO, code: 'disk.error', opening: 'disk.full', chance: 0.03 },
  { call: 'posix/io/rw/pwrite', errno: ENOSPC, code: 'disk.full', opening: 'disk.full', chance: 0.03 },
  { call: 'posix/io/sync/fsync', errno: EIO, code: 'disk.error', opening: 'disk.error', chance: 0.25 },
] as const;
type Fault = (typeof faults)[number];

/** Run under libfiu with its remote control at `control`: writing and syncing fail, always or at random, and work again. */
export function diskErrors(disk: string, control: string, seed: number): Promise<Row> {
  const order = (command: string): void => {
    writeFileSync(`${control}-${process.pid}.in`, `${command}\n`);
    assert.equal(readFileSync(`${control}-${process.pid}.out`, 'utf8').trim(), '0', `libfiu did not take ${command}`);
  };
  const failing = async (fault: Fault, chance: number, work: () => Promise<void>): Promise<void> => {
    const how = chance === 1 ? 'enable ' : `enable_random probability=${chance},`;
    order(`${how}name=${fault.call},failinfo=${fault.errno}`);
    try {
      await work();
    } finally {
      order(`disable name=${fault.call}`);
    }
  };
  const cases = faults.flatMap((fault, index) => {
    const name = `${fault.call} says ${fault.errno === EIO ? 'EIO' : 'ENOSPC'}`;
    const optionsAt = (what: string): ReturnType<typeof tempOptions> => ({
      ...tempOptions(disk),
      file: path.join(disk, `${what} ${index}`, 'clinic.db'),
    });
    const left = path.join(disk, `left ${index}`);
    return [
      {
        name: `${name}, making`,
        check: async () => {
          const options = optionsAt('new');
          await failing(fault, 1, () => assertNotOpened(options, fault.code));
          assert.equal(existsSync(options.file), false, 'nothing stands at its place');
          await (await openOrThrow(options)).close();
        },
      },
      {
        name: `${name}, opening`,
        check: async () => {
          const options = optionsAt('opening');
          await (await recordWith(options, 5)).close();
          await failing(fault, 1, () => assertNotOpened({ ...options, mayCreate: false }, fault.opening));
          const record = await openOrThrow({ ...options, mayCreate: false });
          await assertHolds(record, 5);
          await record.close();
        },
      },
      {
        name: `${name}, writing`,
        check: async () => {
          const options = optionsAt('writing');
          const record = await recordWith(options, 5);
          const later: (() => Promise<void>)[] = [];
          await failing(fault, 1, async () => {
            for (const again of [1, 2, 3]) {
              assertUnsaved(await record.append(entry(5)), fault.code);
              later.push(leftBehind(options, 5, `${left} ${again}`));
            }
            assert.equal(dataOf(await record.allOf('session:a')).length, 5);
          });
          for (const check of later) await check();
          for (const next of [5, 6, 7]) assert.equal((await record.append(entry(next))).ok, true);
          await assertHolds(record, 8);
          await record.close();
        },
      },
      {
        name: `${name}, now and then`,
        check: () => atRandom(optionsAt('random'), fault, randomOf(seed + index), left, failing),
      },
      {
        name: `${name}, closing`,
        check: async () => {
          const options = optionsAt('closing');
          const record = await recordWith(options, 30);
          await failing(fault, 1, async () => void (await record.close()));
          const again = await openOrThrow({ ...options, mayCreate: false });
          await assertHolds(again, 30);
          await again.close();
        },
      },
    ];
  });
  return rowOf('write and fsync errors (libfiu)', cases);
}

/** Many entries over a disk that fails now and then, each sent until it is taken: each is there once. */
async function atRandom(
  options: ReturnType<typeof tempOptions>,
  fault: Fault,
  random: () => number,
  left: string,
  failing: (fault: Fault, chance: number, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const record = await recordWith(options, 5);
  const later: (() => Promise<void>)[] = [];
  let refused = 0;
  await failing(fault, fault.chance, async () => {
    for (let index = 5; index < 150; index += 1) {
      for (let answer = await record.append(entry(index)); !answer.ok; answer = await record.append(entry(index))) {
        assertUnsaved(answer, fault.code);
        refused += 1;
        if (below(random, 20) === 0) later.push(leftBehind(options, index, `${left} ${index} ${refused}`));
      }
    }
  });
  for (const check of later) await check();
  assert.ok(refused > 10, `the disk failed ${refused} times only`);
  await assertHolds(record, 150);
  await record.close();
  const again = await openOrThrow({ ...options, mayCreate: false });
  await assertHolds(again, 150);
  await again.close();
}
