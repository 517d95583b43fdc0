import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import { run as runProgram } from '../../../tools/run/child.mjs';
import { installPackages, mayInstall } from '../../../tools/run/debian.mjs';
import { PlainError, showStep } from '../../../tools/run/say.mjs';
import type { FaultRun, Part, Row } from '../part.ts';

/** Chosen by `--only`, told in the table where it cannot be done. */
type Name = 'full' | 'read-only' | 'errors';

const rowSchema = z.object({
  fault: z.string(),
  passed: z.int(),
  failures: z.array(z.string()),
  skipped: z.array(z.string()),
  note: z.string(),
});

/** A full disk and one that takes no writing: mounts in a mount namespace, which ends with the process that has it. */
const mounted = (name: 'full' | 'read-only'): Part => ({
  name,
  run: async (run) => {
    const namespace = ['-m', '--propagation', 'private'];
    const may = await quietly('unshare', [...namespace, 'true']);
    if (may !== null) return [skippedRow(name, `no mount namespace (unshare: ${may})`)];
    return [await scenario(run, name, ['unshare', ...namespace], '')];
  },
});

/** Calls that write and sync fail as libfiu is told. */
const errors: Part = {
  name: 'errors',
  run: async (run) => {
    const missing = await provideLibfiu();
    if (missing !== null) return [skippedRow('errors', `no libfiu (Debian: fiu-utils; ${missing})`)];
    // Its pipes lie at a path without spaces: libfiu's own scripts do not quote it.
    const pipes = mkdtempSync(path.join(tmpdir(), 'stillroom-fiu-'));
    const control = path.join(pipes, 'control');
    try {
      return [await scenario(run, 'errors', ['fiu-run', '-x', '-f', control], control)];
    } finally {
      rmSync(pipes, { recursive: true });
    }
  },
};

export const diskParts: readonly Part[] = [mounted('full'), mounted('read-only'), errors];

async function scenario(run: FaultRun, name: Name, before: readonly string[], control: string): Promise<Row> {
  const folder = path.join(run.scratch, name);
  mkdirSync(folder);
  const [program = '', ...rest] = before;
  const args = [
    ...rest,
    process.execPath,
    path.join(run.programs, 'scenario.js'),
    name,
    folder,
    `${run.seed}`,
    control,
  ];
  const ended = await runProgram(program, args, { quiet: true, limitMs: 1_200_000 });
  const last = ended.output.trim().split('\n').at(-1) ?? '';
  if (ended.code === 0 && last.startsWith('{')) return rowSchema.parse(JSON.parse(last));
  const why = `ended with ${ended.code ?? ended.signal}: ${ended.output.trim().slice(-2_000)}`;
  return { fault: name, passed: 0, failures: [why], skipped: [], note: '' };
}

function skippedRow(name: Name, why: string): Row {
  return { fault: name, passed: 0, failures: [], skipped: [`test:faults ${name}: ${why}`], note: why };
}

/** @returns null where libfiu is there, installed now if that may be; else why not */
async function provideLibfiu(): Promise<string | null> {
  const runs = (): Promise<string | null> => quietly('fiu-run', ['-x', '-f', '', 'true']);
  const missing = await runs();
  if (missing === null || !mayInstall()) return missing;
  try {
    await showStep('installing fiu-utils', () => installPackages(['fiu-utils']));
    return await runs();
  } catch (error) {
    if (error instanceof PlainError) return error.message;
    throw error;
  }
}

/** @returns null where a program ran well, else what it said */
async function quietly(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const ended = await runProgram(program, args, { quiet: true });
    return ended.code === 0 ? null : ended.output.trim();
  } catch {
    return 'not installed';
  }
}
