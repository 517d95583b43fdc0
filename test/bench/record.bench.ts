import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { replay } from '../../shared/session/evolve.ts';
import { sessionStream, SESSION_BODY_VERSION } from '../../shared/session/event.ts';
import { newEvent } from '../../shared/session/pending.ts';
import { SessionRunner } from '../../electron/session/runner.ts';
import { alvarez, parts, TestRoom } from '../helpers/session-builder.ts';
import { openTempRecord } from '../helpers/temp-record.ts';
import { summarise, type Bench, type BenchResult } from './result.ts';

const APPENDS = 500;
const EVENTS = 500;
const REPLAYS = 200;

/** A note as the runner takes it from a window, until the answer says "on disk". Beside it a bare write and fsync of as many bytes. */
async function commandToAcknowledgement(): Promise<BenchResult> {
  const { record, folder, end } = await openTempRecord();
  const room = new TestRoom().started();
  const runner = await recordedRunner(room, record);
  const file = openSync(path.join(folder, 'bare'), 'a');
  const commands: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < APPENDS; run += 1) {
    const text = `Note ${run}: resting, breathing quietly, mask on, headphones on, no wishes.`;
    const bytes = Buffer.from(
      JSON.stringify(newEvent(runner.session, { type: 'noted', text }, alvarez, room.clock.now())).padEnd(600),
    );
    commands.push(await timed(() => note(runner, run, text)));
    bare.push(
      await timed(async () => {
        writeSync(file, bytes);
        fsyncSync(file);
      }),
    );
  }
  closeSync(file);
  await end();
  return summarise({
    name: 'record: command to durable acknowledgement',
    unit: 'ms',
    samples: commands,
    peers: { 'write+fsync': bare },
    goal: 'p50 < 2 ms, p99 < 20 ms',
    met: (p50, p99) => p50 < 2 && p99 < 20,
  });
}

async function note(runner: SessionRunner, run: number, text: string): Promise<void> {
  const answer = await runner.execute(
    {
      sessionId: runner.session.sessionId,
      commandId: `bench-${run}`,
      seenSeq: runner.session.seq,
      command: { type: 'note', text },
    },
    alvarez,
  );
  if (!answer.ok) throw new Error(`The note was refused: ${answer.code}`);
}

/** A runner over a session that lies in a real record. */
async function recordedRunner(
  room: TestRoom,
  record: Awaited<ReturnType<typeof openTempRecord>>['record'],
): Promise<SessionRunner> {
  const stream = sessionStream(room.session.sessionId);
  const saved = await record.append({
    stream,
    expectedSeq: 0,
    commandId: null,
    recordedAt: room.clock.now(),
    version: SESSION_BODY_VERSION,
    events: room.events,
  });
  if (!saved.ok) throw new Error(`The session was not recorded: ${saved.code}`);
  return new SessionRunner({
    record,
    clock: { rate: 1, now: () => room.clock.now(), recall: () => undefined },
    protocol: room.protocol,
    session: room.session,
    events: room.events,
    lastSeen: room.clock.now(),
    onEvents: () => undefined,
    onWritten: () => undefined,
    onUnsaved: () => undefined,
    onHopeless: () => undefined,
  });
}

/** State from 500 events, as after a restart. Beside it only the parsing of the same events from JSON. */
async function replaySession(): Promise<BenchResult> {
  const room = new TestRoom().started();
  for (let minute = 0; room.events.length < EVENTS; minute += 1) {
    room.run(5_000);
    room.takeReading(parts({ systolic: 118 + (minute % 20), diastolic: 74, spo2: 97, pulse: 72 }));
  }
  const events = room.events.slice(0, EVENTS);
  const json = JSON.stringify(events);
  const replays: number[] = [];
  const parses: number[] = [];
  for (let run = 0; run < REPLAYS; run += 1) {
    replays.push(await timed(async () => void replay(events)));
    parses.push(await timed(async () => void JSON.parse(json)));
  }
  return summarise({
    name: `record: replay of ${EVENTS} events`,
    unit: 'ms',
    samples: replays,
    peers: { 'JSON.parse of the same': parses },
    goal: 'p99 < 10 ms',
    met: (_p50, p99) => p99 < 10,
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export const recordBench: Bench = {
  name: 'record',
  run: async () => [await commandToAcknowledgement(), await replaySession()],
};
