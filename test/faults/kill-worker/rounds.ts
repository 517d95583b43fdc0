import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { inParallel } from '../../../tools/run/child.mjs';
import { tempOptions } from '../../helpers/temp-record.ts';
import type { FaultRun, Part, Row } from '../part.ts';
import { below, randomOf, type Random } from '../random.ts';
import { audit } from './audit.ts';
import type { Orders } from './orders.ts';
import { stepsOf, type Step } from './plan.ts';
import { parseSaid, type Said } from './said.ts';

/** Rounds on one file, which grows with them: so that a failing one is repeated soon. */
const ROUNDS_PER_FILE = 10;
/** Most lines a writer says before it is killed, and most ms after the last of them. */
const LINES = 80;
const AFTER_MS = 4;

/** When a writer is killed: so many ms after it has said so many lines. */
interface Moment {
  readonly lines: number;
  readonly afterMs: number;
}

/** The record worker's process is killed at random moments: while it opens, makes, writes, checkpoints and closes a file. */
export const killWorker: Part = {
  name: 'worker',
  run: async (run) => {
    const files = Math.ceil(run.rounds / ROUNDS_PER_FILE);
    const jobs = Array.from({ length: files }, (_, file) => () => {
      const rounds = Math.min(ROUNDS_PER_FILE, run.rounds - file * ROUNDS_PER_FILE);
      return oneFile(run, run.seed + file, rounds);
    });
    const began = performance.now();
    const done = await inParallel(jobs, Math.max(2, availableParallelism()));
    const took = performance.now() - began;
    return [rowOfAll(done, took / Math.max(1, run.rounds))];
  },
};

interface FileOutcome {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly events: number;
  readonly last: readonly string[];
}

function rowOfAll(done: readonly FileOutcome[], msPerRound: number): Row {
  const last = done.flatMap((file) => file.last);
  const count = (word: string): number => last.filter((each) => each === word).length;
  const events = done.reduce((sum, file) => sum + file.events, 0);
  const moments = ['opening', 'open', 'ask', 'ack', 'closing'].map((word) => `${word} ${count(word)}`).join(', ');
  return {
    fault: "SIGKILL of the record worker's process",
    passed: done.reduce((sum, file) => sum + file.passed, 0),
    failures: done.flatMap((file) => file.failures),
    skipped: [],
    note: `${events} events, ${msPerRound.toFixed(0)} ms a round; last said: ${moments}`,
  };
}

async function oneFile(run: FaultRun, seed: number, rounds: number): Promise<FileOutcome> {
  const folder = path.join(run.scratch, `worker ${seed}`);
  mkdirSync(folder);
  const options = tempOptions(folder);
  const random = randomOf(seed);
  const last: string[] = [];
  let events = 0;
  for (let index = 0; index < rounds; index += 1) {
    try {
      const round = `r${index}`;
      const planned = below(random, 2 ** 31);
      const said = await writeUntilKilled(run, options, { seed: planned, round }, random);
      events = await audit(options, said, planOf(planned, round, said), { events });
      last.push(said.last);
    } catch (error) {
      const repeat = `--only worker --seed ${seed} --rounds ${rounds} --keep`;
      const why = error instanceof Error ? error.message : String(error);
      return { passed: index, failures: [`round ${index} (${repeat}): ${why}`], events, last };
    }
  }
  return { passed: rounds, failures: [], events, last };
}

function planOf(seed: number, round: string, said: Said): readonly Step[] {
  const steps = stepsOf(seed, round);
  return Array.from({ length: Math.max(-1, ...said.asked) + 1 }, () => steps.next().value);
}

/** Runs a writer and kills it at a random moment. */
async function writeUntilKilled(
  run: FaultRun,
  options: OpenOptions,
  plan: Pick<Orders, 'seed' | 'round'>,
  random: Random,
): Promise<Said> {
  const orders: Orders = {
    ...plan,
    file: options.file,
    dataKey: Buffer.from(options.dataKey).toString('hex'),
    chainKey: Buffer.from(options.chainKey).toString('hex'),
    pc: options.pc,
    mayCreate: true,
    atOnce: 1 + below(random, 4),
  };
  const moment: Moment = momentOf(random);
  const writer = spawn(process.execPath, [path.join(run.programs, 'writer.js'), JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    writer.on('exit', (code, signal) => resolve(signal ?? code));
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    lines.push(line);
    if (lines.length !== moment.lines) continue;
    void pause(moment.afterMs).then(() => writer.kill('SIGKILL'));
  }
  const how = await ended;
  if (how !== 'SIGKILL') throw new Error(`the writer ended by itself (${how}) after "${lines.at(-1)}"`);
  return parseSaid(lines);
}

/** A fifth of the kills fall into the opening, which takes longest and writes least. */
function momentOf(random: Random): Moment {
  if (random() < 0.2) return { lines: 1, afterMs: below(random, 60) };
  return { lines: 1 + below(random, LINES), afterMs: below(random, AFTER_MS + 1) };
}
