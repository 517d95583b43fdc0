import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  openRecord,
  type Append,
  type OpenOptions,
  type RecordClient,
  type RecordKind,
} from '../../electron/record/client.ts';
import { openStore, type Store } from '../../electron/record/store.ts';
import type { ClockReading } from '../../shared/time/clock.ts';

/** A folder of its own, with spaces, umlauts and an emoji in its name; gone after the test. */
export function tempFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'still room Übung 🌙 '));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Options of a record with fresh random keys. */
export function tempOptions(folder: string, kind: RecordKind = 'clinic'): OpenOptions {
  return {
    file: path.join(folder, `${kind}.db`),
    dataKey: randomBytes(32),
    chainKey: randomBytes(32),
    pc: 'pc-1',
    kind,
    mayCreate: true,
  };
}

/** A real record in a folder of its own, in its worker. */
export interface TempRecord {
  readonly folder: string;
  readonly options: OpenOptions;
  readonly record: RecordClient;
  /** Closes the record and removes its folder. */
  readonly end: () => Promise<void>;
}

export async function openTempRecord(kind: RecordKind = 'clinic'): Promise<TempRecord> {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder, kind);
  const record = await openOrThrow(options);
  const end = async (): Promise<void> => {
    await record.close();
    remove();
  };
  return { folder, options, record, end };
}

/** The inside of a record, opened in this thread: for tests of what lies below the worker. */
export function openStoreOrThrow(options: OpenOptions): Store {
  const store = openStore(options);
  if ('ok' in store) throw new Error(`The record did not open: ${store.code}`);
  return store;
}

/** Opens a record that is expected to open. */
export async function openOrThrow(options: OpenOptions): Promise<RecordClient> {
  const record = await openRecord(options);
  if ('ok' in record) throw new Error(`The record did not open: ${record.code}`);
  return record;
}

/** All clocks of a machine `seconds` into a made-up day. */
export function clockAt(seconds: number): ClockReading {
  const ms = seconds * 1_000;
  return { wallMs: Date.UTC(2026, 2, 3, 9) + ms, monotonicMs: 5_000 + ms, uptimeMs: 90_000 + ms, bootId: 'boot-1' };
}

/** One event for a stream, made by the app itself. */
export function anAppend(
  stream: string,
  expectedSeq: number | null,
  commandId: string | null,
  body: Readonly<Record<string, unknown>>,
  seconds = 0,
): Append {
  const recordedAt = clockAt(seconds);
  const event = { occurredAt: recordedAt.wallMs, sessionMs: null, author: { kind: 'app' as const }, body };
  return { stream, expectedSeq, commandId, recordedAt, version: 1, events: [event] };
}

/** The first event of a session's stream. */
export function createdBody(over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    type: 'created',
    patientId: null,
    courseId: null,
    infusionNumber: null,
    plannedInfusions: null,
    practice: false,
    protocolHash: 'protocol-hash',
    musicHash: null,
    plannedMs: 3_000_000,
    room: 'Room 1',
    timeZone: 'Europe/Berlin',
    ...over,
  };
}

/** The data of an answer that is expected to be good. */
export function dataOf<T>(
  answer: { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: string },
): T {
  if (!answer.ok) throw new Error(`Expected data, got ${answer.code}`);
  return answer.data;
}
