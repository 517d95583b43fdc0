/**
 * `npm run test:faults [-- --rounds N --app-rounds M --only NAME --seed S --keep]`: kills the app and fails its disk,
 * and looks at what is left of the record. test/faults/README.md says what each row means.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { close, inCi } from '../../tools/run/close.mjs';
import { formatDuration, PlainError, say } from '../../tools/run/say.mjs';
import { cuts } from './cuts/part.ts';
import { diskParts } from './disk/parts.ts';
import { killApp } from './kill-app/rounds.ts';
import { killWorker } from './kill-worker/rounds.ts';
import type { FaultRun, Part, Row } from './part.ts';
import { buildPrograms } from './programs.ts';
import { table } from './table.ts';

const parts: readonly Part[] = [killWorker, killApp, ...diskParts, cuts];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    'app-rounds': { type: 'string' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string' },
    /** Leaves the files of the run where they are, and says where. */
    keep: { type: 'boolean' },
  },
});

/** A whole number that was given, or what stands for it. */
function numberOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new PlainError(`--${name} takes a whole number, not "${given}".`);
  return Number(given);
}

function chosen(): readonly Part[] {
  const names = values.only ?? [];
  const unknown = names.find((name) => parts.every((part) => part.name !== name));
  if (unknown !== undefined)
    throw new PlainError(
      `There is no part named ${unknown}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
      2,
    );
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}

async function runAll(run: FaultRun): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const part of chosen()) {
    const began = Date.now();
    const own = await part.run(run);
    say(`${part.name}: ${formatDuration(Date.now() - began)}`);
    rows.push(...own);
  }
  return rows;
}

async function main(): Promise<number> {
  const wanted = {
    seed: numberOf('seed', values.seed, Date.now() % 1_000_000),
    rounds: numberOf('rounds', values.rounds, inCi() ? 50 : 1_000),
    appRounds: numberOf('app-rounds', values['app-rounds'], inCi() ? 2 : 20),
  };
  chosen();
  say(
    `Seed ${wanted.seed}: the same choices again with --seed ${wanted.seed} (moments of a kill differ by what the machine does).`,
  );
  const scratch = mkdtempSync(path.join(tmpdir(), 'stillroom faults Übung 🌙 '));
  try {
    const rows = await runAll({ ...wanted, scratch, programs: await buildPrograms() });
    say(table(rows));
    return close({
      passed: rows.reduce((sum, row) => sum + row.passed, 0),
      failed: rows.reduce((sum, row) => sum + row.failures.length, 0),
      skipped: rows.flatMap((row) => row.skipped),
      failures: rows.flatMap(({ fault, failures }) => failures.map((failure) => `${fault}: ${failure}`)),
    });
  } finally {
    if (values.keep === true) say(`Kept: ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
