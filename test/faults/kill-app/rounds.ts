import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { calm } from '../../helpers/session-builder.ts';
import type { FaultRun, Part, Row } from '../part.ts';
import { below, randomOf, type Random } from '../random.ts';
import { comeBack, eventsOf, killWhileStarting, setUp, type RunningApp } from './app.ts';
import { assertLeft, keysOf } from './left.ts';

/** Longest time that commands come in before the kill, and longest start before a kill in it, ms. */
const WORK_MS = 1_500;
const START_MS = 4_000;
/** One round in so many also kills the app while it starts again. */
const STARTS = 4;
const AT_ONCE = 3;

/** Commands that were sent, and those of them that were answered `ok`. */
interface Sent {
  readonly asked: Map<string, SessionCommand>;
  readonly acknowledged: Set<string>;
}

/** The built app with a running session is killed while commands come in, and started again: one life over all rounds. */
export const killApp: Part = {
  name: 'app',
  run: async (run) => {
    const began = performance.now();
    const told = { acknowledged: 0, unanswered: 0, starts: 0 };
    const failures: string[] = [];
    let passed = 0;
    if (run.appRounds > 0) {
      try {
        for await (const _round of roundsOf(run, told)) passed += 1;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        failures.push(`round ${passed} (--only app --seed ${run.seed} --app-rounds ${run.appRounds} --keep): ${why}`);
      }
    }
    const seconds = (performance.now() - began) / 1_000 / Math.max(1, passed);
    const note = `${told.acknowledged} commands acknowledged, ${told.unanswered} cut off, ${told.starts} more kills while starting, ${seconds.toFixed(1)} s a round`;
    const row: Row = { fault: 'SIGKILL of the whole app', passed, failures, skipped: [], note };
    return [row];
  },
};

async function* roundsOf(
  run: FaultRun,
  told: { acknowledged: number; unanswered: number; starts: number },
): AsyncGenerator<number> {
  const userData = path.join(run.scratch, 'app');
  const random = randomOf(run.seed);
  const sent: Sent = { asked: new Map(), acknowledged: new Set() };
  let app = await setUp(userData);
  const keys = await keysOf(userData);
  const { sessionId } = app.practice;
  try {
    for (let round = 0; round < run.appRounds; round += 1) {
      await workUntilKilled(app, round, random, sent);
      await assertLeft(userData, path.join(run.scratch, `left ${round}`), keys, sent.acknowledged);
      if (random() < 1 / STARTS) {
        await killWhileStarting(userData, below(random, START_MS));
        told.starts += 1;
      }
      app = await comeBack(userData, sessionId);
      told.unanswered += sent.asked.size - sent.acknowledged.size;
      await assertOnce(app, sent);
      told.acknowledged = sent.acknowledged.size;
      yield round;
    }
  } finally {
    await app.room.close();
  }
}

/** Readings and marks, some at once, until the app is killed at a random moment. */
async function workUntilKilled(app: RunningApp, round: number, random: Random, sent: Sent): Promise<void> {
  const stopping = new AbortController();
  const killing = pause(below(random, WORK_MS)).then(async () => {
    stopping.abort();
    await app.room.kill('SIGKILL');
  });
  const worker = async (lane: number): Promise<void> => {
    for (let index = 0; !stopping.signal.aborted; index += 1) {
      const commandId = `round-${round}-${lane}-${index}`;
      const command = commandOf(commandId, random);
      sent.asked.set(commandId, command);
      const answer = await app.practice.ask(command, commandId);
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
      sent.acknowledged.add(commandId);
    }
  };
  const lanes = Array.from({ length: AT_ONCE }, (_, lane) =>
    worker(lane).catch((error: unknown) => {
      // The window goes with the app; before that nothing may fail.
      if (!stopping.signal.aborted) throw error;
    }),
  );
  await Promise.all([killing, ...lanes]);
}

function commandOf(id: string, random: Random): SessionCommand {
  return random() < 0.5
    ? { type: 'takeReading', readingId: id, parts: calm, takenAt: Date.now(), confirmed: ['savedAlready'] }
    : { type: 'mark', markId: id, kind: 'nausea', note: `${id} ${'.'.repeat(below(random, 1_500))}`, agoMs: 0 };
}

/** Nothing acknowledged is lost, nothing is there twice; what was cut off is sent again, and then all of it is there once. */
async function assertOnce(app: RunningApp, sent: Sent): Promise<void> {
  const count = async (): Promise<Map<string, number>> => {
    const counts = new Map<string, number>();
    for (const { commandId, body } of await eventsOf(app)) {
      if (commandId !== null && (body.type === 'readingTaken' || body.type === 'marked'))
        counts.set(commandId, (counts.get(commandId) ?? 0) + 1);
    }
    return counts;
  };
  const before = await count();
  for (const commandId of sent.acknowledged) assert.equal(before.get(commandId), 1, `${commandId} in the record`);
  for (const [commandId, command] of sent.asked) {
    if (sent.acknowledged.has(commandId)) continue;
    assert.ok((before.get(commandId) ?? 0) <= 1, `${commandId} is there twice`);
    const answer = await app.practice.ask(command, commandId);
    assert.ok(answer.ok, `${commandId}, sent again`);
    sent.acknowledged.add(commandId);
  }
  const after = await count();
  for (const commandId of sent.asked.keys()) assert.equal(after.get(commandId), 1, `${commandId} after asking again`);
}
