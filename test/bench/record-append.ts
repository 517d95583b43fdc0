import { randomBytes, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { appendEvents } from '../../electron/record/append.ts';
import type { Append, RecordClient } from '../../electron/record/client.ts';
import type { Store } from '../../electron/record/store.ts';
import { SessionRunner } from '../../electron/session/runner.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../shared/session/event.ts';
import { alvarez, parts, TestRoom } from '../helpers/session-builder.ts';
import { clockAt, openStoreOrThrow, openTempRecord, tempFolder, tempOptions } from '../helpers/temp-record.ts';
import { jsonPeers } from './record-peers.ts';
import { BareFile, timed, WRITES_PER_CHECKPOINT } from './record-parts.ts';
import { percentile, summarise, type BenchResult } from './result.ts';

const RUNS = 600;
/** Before measuring: code is compiled, the file has its first pages. */
const WARM = 300;
/** Events of the session that is run, and in the files beside it. */
const HISTORY = 500;

const noteText = (run: number): string => `Note ${run}: resting, breathing quietly, mask on, headphones on, no wishes.`;

/** A note as the record gets it from the runner. */
function noteAppend(stream: string, run: number): Append {
  const recordedAt = clockAt(run);
  const body = { type: 'noted', text: noteText(run) };
  return {
    stream,
    expectedSeq: run,
    commandId: randomUUID(),
    recordedAt,
    version: SESSION_BODY_VERSION,
    events: [{ occurredAt: recordedAt.wallMs, sessionMs: recordedAt.uptimeMs, author: alvarez, body }],
  };
}

/** What one append adds to the record's log, bytes: the median of some, while the log only grows. */
function logBytes(store: Store, log: string, stream: string): number {
  store.writer.pragma('wal_autocheckpoint = 0');
  const grown: number[] = [];
  for (let run = 0; run < WARM; run += 1) {
    const before = statSync(log).size;
    appendEvents(store, [noteAppend(stream, run)]);
    grown.push(statSync(log).size - before);
  }
  return percentile(grown, 0.5);
}

/**
 * The transaction as the worker runs it, in this thread; between two of them, as many bytes as it adds to the log (whole
 * encrypted pages) written and synced by nobody's help, and as many as the entry itself has.
 */
export async function transactionInWorker(): Promise<readonly [BenchResult, number]> {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  const store = openStoreOrThrow(options);
  const stream = sessionStream(randomUUID());
  const size = logBytes(store, `${options.file}-wal`, stream);
  const same = new BareFile(path.join(folder, 'same bytes'));
  const entry = new BareFile(path.join(folder, 'entry'));
  const samples = { append: [] as number[], same: [] as number[], entry: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    if (run % WRITES_PER_CHECKPOINT === 0) store.writer.pragma('wal_checkpoint(PASSIVE)');
    const request = noteAppend(stream, WARM + run);
    const [event] = request.events;
    const [pages, body] = [randomBytes(size), Buffer.from(JSON.stringify(event?.body))];
    samples.append.push(await timed(() => appendEvents(store, [request])));
    samples.same.push(await timed(() => same.write(pages)));
    samples.entry.push(await timed(() => entry.write(body)));
  }
  for (const file of [same, entry]) file.close();
  store.reader.close();
  store.writer.close();
  remove();
  const result = summarise({
    name: 'record: append one event, the transaction inside the worker',
    unit: 'ms',
    samples: samples.append,
    peers: { [`write+fsync of the same ${size} bytes`]: samples.same, 'write+fsync of the body alone': samples.entry },
    goal: 'p50 at most 1.6 x',
    met: (_p50, _p99, ratio) => ratio !== null && ratio <= 1.6,
  });
  return [result, size];
}

/** A note as the runner takes it from a window, until the answer says "on disk". Beside it what else could keep it. */
export async function asTheRunnerSeesIt(size: number): Promise<BenchResult> {
  const { record, folder, end } = await openTempRecord();
  const room = sessionOf(HISTORY);
  const runner = await recordedRunner(room, record);
  const bare = new BareFile(path.join(folder, 'same bytes'));
  const peers = await jsonPeers(folder, room.events);
  const commands: number[] = [];
  const beside = new Map<string, number[]>([['bare', []], ...peers.map(({ name }): [string, number[]] => [name, []])]);
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const took = await timed(() => note(runner, run));
    if (run < WARM) continue;
    commands.push(took);
    const pages = randomBytes(size);
    beside.get('bare')?.push(await timed(() => bare.write(pages)));
    const event = room.events.at(-1) as SessionEvent;
    for (const { name, add } of peers) beside.get(name)?.push(await timed(() => add(event)));
  }
  bare.close();
  await end();
  const { bare: written = [], ...others } = Object.fromEntries(beside);
  return summarise({
    name: 'record: append one event, from the command to its durable answer',
    unit: 'ms',
    samples: commands,
    peers: { [`write+fsync of the same ${size} bytes`]: written, ...others },
    goal: 'p50 at most 3.5 x and < 2 ms, p99 < 20 ms',
    met: (p50, p99, ratio) => ratio !== null && ratio <= 3.5 && p50 < 2 && p99 < 20,
  });
}

/** A session of so many events. */
export function sessionOf(events: number): TestRoom {
  const room = new TestRoom().started();
  for (let minute = 0; room.events.length < events; minute += 1) {
    room.run(5_000);
    room.takeReading(parts({ systolic: 118 + (minute % 20), diastolic: 74, spo2: 97, pulse: 72 }));
  }
  return room;
}

async function note(runner: SessionRunner, run: number): Promise<void> {
  const { sessionId, seq: seenSeq } = runner.session;
  const command = { type: 'note', text: noteText(run) } as const;
  const answer = await runner.execute({ sessionId, commandId: randomUUID(), seenSeq, command }, alvarez);
  if (!answer.ok) throw new Error(`The note was refused: ${answer.code}`);
}

/** A runner over a session that lies in a real record. */
async function recordedRunner(room: TestRoom, record: RecordClient): Promise<SessionRunner> {
  const stream = sessionStream(room.session.sessionId);
  const recordedAt = room.clock.now();
  const head = { stream, expectedSeq: 0, commandId: null, recordedAt, version: SESSION_BODY_VERSION };
  const saved = await record.append({ ...head, events: room.events });
  if (!saved.ok) throw new Error(`The session was not recorded: ${saved.code}`);
  return new SessionRunner({
    record,
    clock: { rate: 1, now: () => room.clock.now(), recall: () => undefined },
    protocol: room.protocol,
    session: room.session,
    events: room.events,
    lastSeen: recordedAt,
    onEvents: () => undefined,
    onWritten: () => undefined,
    onUnsaved: () => undefined,
    onHopeless: () => undefined,
  });
}
