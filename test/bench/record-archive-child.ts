import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { takeCopy } from '../../electron/record/backup/take.ts';
import { catchUpWholly, startRebuild } from '../../electron/record/catch-up.ts';
import { openRecord, type RecordClient } from '../../electron/record/client.ts';
import { closeStore, openStore } from '../../electron/record/store.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import { SESSION_BODY_VERSION, sessionEventSchema, sessionStream } from '../../shared/session/event.ts';
import { replay } from '../../shared/session/evolve.ts';
import { clockAt } from '../helpers/temp-record.ts';
import { optionsOf, readManifest } from '../../tools/archive/manifest.ts';
import { timed } from './record-parts.ts';

/** Told on the standard input; the samples are told on the standard output. */
export interface ArchiveTask {
  readonly what: 'queries' | 'backup' | 'rebuild';
  readonly folder: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

type Samples = Record<string, readonly number[]>;

const RUNS = 200;
const CHECKS = 10;
const PAGE = 50;
/** Between two writes of the session that runs beside the backup, ms: more than a real one has. */
const WRITE_EVERY_MS = 100;
const everything = { patientId: null, staffId: null, protocolHashes: [], flags: [], from: null, to: null } as const;

async function queries(record: RecordClient, { names, words }: ArchiveTask): Promise<Samples> {
  const first = await dataOf(record.sessions({ before: null, today: null, limit: PAGE }));
  const newest = first.sessions[0]?.createdAt ?? 0;
  const oldest = newest - 9 * 365 * 86_400_000;
  const page = (before: number | null) => dataOf(record.sessions({ before, today: null, limit: PAGE }));
  const anywhere = (run: number): number => oldest + ((newest - oldest) * (run + 1)) / RUNS;
  const search = (word: string) =>
    dataOf(record.searchSessions({ ...everything, text: word, before: null, limit: PAGE }));
  await search('warm');
  const times = async (count: number, work: (run: number) => Promise<unknown>): Promise<number[]> => {
    const samples: number[] = [];
    for (let run = 0; run < count; run += 1) samples.push(await timed(() => work(run)));
    return samples;
  };
  const of = (list: readonly string[], run: number): string => list[run % list.length] ?? '';
  const ids: string[] = [];
  for (let run = 0; run < RUNS; run += 1) ids.push((await page(anywhere(run))).sessions[0]?.sessionId ?? '');
  const some = ids.filter((id) => id !== '');
  return {
    first: await times(RUNS, () => page(null)),
    older: await times(RUNS, (run) => page(anywhere(run))),
    name: await times(RUNS, (run) => search(of(names, run))),
    note: await times(RUNS, (run) => search(of(words, run))),
    open: await times(RUNS, (run) => openSession(record, of(some, run))),
    tail: await times(CHECKS, () => dataOf(record.check())),
    memory: [highestMemory()],
  };
}

/** As main opens a session that is chosen from a list. */
async function openSession(record: RecordClient, sessionId: string): Promise<void> {
  const events = await dataOf(record.allOf(sessionStream(sessionId)));
  if (replay(events.map((event) => sessionEventSchema.parse(event))) === null) throw new Error('An empty session');
}

/** Entries of a session that goes on while a copy of everything is made, with the pauses that a live session asks for. */
async function backup(record: RecordClient, folder: string): Promise<Samples> {
  const begun = performance.now();
  let taking = true;
  const taken = takeCopy(record, {
    folder: path.join(folder, 'copies'),
    vaultFile: path.join(folder, 'no vault'),
    reason: 'asked',
    pace: 'calm',
    createdAt: Date.now(),
    appVersion: 'bench',
    whole: false,
    unless: null,
  }).finally(() => (taking = false));
  const stream = sessionStream(randomUUID());
  const append: number[] = [];
  for (let seq = 0; taking; seq += 1) {
    append.push(await timed(() => note(record, stream, seq)));
    await pause(WRITE_EVERY_MS);
  }
  await dataOf(taken);
  return { append, took: [(performance.now() - begun) / 1000] };
}

async function note(record: RecordClient, stream: string, seq: number): Promise<void> {
  const recordedAt = clockAt(seq);
  const body = { type: 'noted', text: 'Resting, breathing quietly, mask on, headphones on, no wishes.' };
  const event = { occurredAt: recordedAt.wallMs, sessionMs: null, author: { kind: 'app' as const }, body };
  const head = { stream, expectedSeq: seq, commandId: randomUUID(), recordedAt, version: SESSION_BODY_VERSION };
  await dataOf(record.append({ ...head, events: [event] }));
}

async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`The archive said ${answer.code}`);
  return answer.data;
}

/** The most memory that this process with all its threads ever held, MB. */
function highestMemory(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1000;
}

async function measure(task: ArchiveTask): Promise<Samples> {
  const manifest = readManifest(task.folder);
  if (manifest === null) throw new Error('There is no archive');
  const options = optionsOf(task.folder, manifest);
  if (task.what === 'rebuild') {
    const store = openStore(options);
    if ('ok' in store) throw new Error(`The archive did not open: ${store.code}`);
    const took = await timed(() => {
      startRebuild(store);
      catchUpWholly(store);
    });
    closeStore(store);
    return { rebuild: [took / 1000] };
  }
  const record = await openRecord(options);
  if ('ok' in record) throw new Error(`The archive did not open: ${record.code}`);
  const samples = task.what === 'queries' ? await queries(record, task) : await backup(record, task.folder);
  await record.close();
  return samples;
}

process.stdout.write(JSON.stringify(await measure(JSON.parse(await text(process.stdin)) as ArchiveTask)));
