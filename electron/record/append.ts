import { randomFillSync } from 'node:crypto';
import * as z from 'zod/mini';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { authorSchema, type NewEvent, type RecordedEvent } from '../../shared/session/event.ts';
import { clockReadingSchema } from '../../shared/time/clock.ts';
import type { Append, CommandAnswer } from './client-types.ts';
import { inTransaction, prepared } from './connection.ts';
import { authorText, eventsOfCommand } from './event-rows.ts';
import { Refused } from './failures.ts';
import { commitmentOf, hashOf, hashedColumns, type StoredRow } from './row.ts';
import type { Sqlite } from './sqlite.ts';
import type { Store } from './store.ts';

const SALT_BYTES = 16;
const headSchema = z.object({ seq: z.int(), hash: z.instanceof(Uint8Array) });
const streamSeqSchema = z.object({ seq: z.int() });
const commandSchema = z.object({ stream: z.string(), seq_after: z.int() });

/** What may be written. NaN and infinite numbers, which SQLite would turn into nothing, are refused here. */
const requestsSchema = z.array(
  z.object({
    stream: z.string().check(z.minLength(1), z.maxLength(200)),
    expectedSeq: z.nullable(z.int().check(z.gte(0))),
    commandId: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
    recordedAt: clockReadingSchema,
    version: z.int().check(z.gte(1)),
    events: z.array(
      z.object({
        occurredAt: z.number(),
        sessionMs: z.nullable(z.number()),
        author: authorSchema,
        body: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
);

const columns = [...hashedColumns.map(([column]) => column), 'hash'];
const INSERT_EVENT = `INSERT INTO events (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

/** The end of the chain while a transaction adds to it. */
export interface Head {
  seq: number;
  hash: Uint8Array;
}

type Appended = Answer<{ readonly events: RecordedEvent<unknown>[] }>;

/**
 * Appends to one or several streams in one transaction, which is on disk when this returns. A command id that is known
 * gets its first answer and changes nothing. Throws what SQLite throws; nothing is written then.
 */
export function appendEvents(store: Store, requests: readonly Append[]): Appended {
  return inTransaction(store.writer, () => appendWithin(store, requests, headOf(store.writer, store.chainStart)));
}

/**
 * As `appendEvents`, in a transaction that is open already and takes many.
 * @param head the end of the chain, which this moves on
 */
export function appendWithin(store: Store, requests: readonly Append[], head: Head): Appended {
  const commandId = commandIdOf(requestsSchema.parse(requests));
  const answered = commandId === null ? null : commandAnswer(store.writer, commandId);
  if (answered !== null) return success({ events: answered.events }, answered.seq);
  const events = requests.flatMap((request) => appendTo(store, head, request));
  const first = requests[0];
  if (first === undefined) return success({ events }, 0);
  const seq = events.findLast(({ stream }) => stream === first.stream)?.seq ?? lastSeqOf(store, first.stream);
  if (commandId !== null) {
    const sql = 'INSERT INTO commands (command_id, stream, seq_after) VALUES (?, ?, ?)';
    prepared(store.writer, sql).run(commandId, first.stream, seq);
  }
  return success({ events }, seq);
}

/** What a command was answered, or null where it never was. */
export function commandAnswer(reader: Store['reader'], commandId: string): CommandAnswer | null {
  const row = prepared(reader, 'SELECT stream, seq_after FROM commands WHERE command_id = ?').get(commandId);
  if (row === undefined) return null;
  const { stream, seq_after: seq } = commandSchema.parse(row);
  return { stream, seq, events: eventsOfCommand(reader, commandId) };
}

/** The end of the chain as it lies in the file. */
export function headOf(database: Sqlite, chainStart: Uint8Array): Head {
  const row = prepared(database, 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get();
  return row === undefined ? { seq: 0, hash: chainStart } : headSchema.parse(row);
}

function appendTo(store: Store, head: Head, request: Append): RecordedEvent<unknown>[] {
  const last = lastSeqOf(store, request.stream);
  if (request.expectedSeq !== null && request.expectedSeq !== last) {
    throw new Refused(failure('refused', 'record.conflict', { stream: request.stream, seq: last }));
  }
  return request.events.map((event, index) => {
    const text = JSON.stringify(event.body);
    // What is told is what was written: the body as it will be read back.
    const stored: unknown = JSON.parse(text);
    const recorded = recordedOf(store.pc, request, { ...event, body: stored }, last + index + 1);
    insert(store, head, recorded, Buffer.from(text, 'utf8'));
    return recorded;
  });
}

function insert(store: Store, head: Head, event: RecordedEvent<unknown>, body: Uint8Array): void {
  const salt = newSalt();
  const row = {
    stream: event.stream,
    stream_seq: event.seq,
    recorded_wall: event.recordedAt.wallMs,
    recorded_monotonic: event.recordedAt.monotonicMs,
    recorded_uptime: event.recordedAt.uptimeMs,
    boot_id: event.recordedAt.bootId,
    occurred_at: event.occurredAt,
    session_ms: event.sessionMs,
    author: authorText(event.author),
    pc: event.pc,
    command_id: event.commandId,
    version: event.version,
    commitment: commitmentOf(salt, body),
  };
  insertRow(store, head, row, { salt, body });
}

/** Adds a row to the chain, with its body where it has one. Within a transaction; moves `head` on. */
export function insertRow(
  store: Store,
  head: Head,
  unchained: Omit<StoredRow, 'seq' | 'prev_hash'>,
  content: { readonly salt: Uint8Array; readonly body: Uint8Array } | null,
): void {
  const seq = head.seq + 1;
  const row: StoredRow = { ...unchained, seq, prev_hash: head.hash };
  const hash = hashOf(row, store.chainKey);
  prepared(store.writer, INSERT_EVENT).run(...hashedColumns.map(([column]) => row[column]), hash);
  if (content !== null)
    prepared(store.writer, 'INSERT INTO bodies (seq, salt, body) VALUES (?, ?, ?)').run(
      seq,
      content.salt,
      content.body,
    );
  head.seq = seq;
  head.hash = hash;
}

const salts = Buffer.alloc(256 * SALT_BYTES);
let saltsUsed = salts.length;

/** A random salt, to be used at once: bytes are drawn many at a time, which for 16 alone takes as long as for 4,096. */
function newSalt(): Uint8Array {
  if (saltsUsed === salts.length) {
    randomFillSync(salts);
    saltsUsed = 0;
  }
  saltsUsed += SALT_BYTES;
  return salts.subarray(saltsUsed - SALT_BYTES, saltsUsed);
}

function recordedOf(pc: string, request: Append, event: NewEvent<unknown>, seq: number): RecordedEvent<unknown> {
  return {
    stream: request.stream,
    seq,
    recordedAt: request.recordedAt,
    occurredAt: event.occurredAt,
    sessionMs: event.sessionMs,
    author: event.author,
    pc,
    commandId: request.commandId,
    version: request.version,
    body: event.body,
  };
}

/** The last seq of a stream, 0 for none. */
export function lastSeqOf(store: Store, stream: string): number {
  const sql = 'SELECT coalesce(max(stream_seq), 0) AS seq FROM events WHERE stream = ?';
  return streamSeqSchema.parse(prepared(store.writer, sql).get(stream)).seq;
}

function commandIdOf(requests: readonly Pick<Append, 'commandId'>[]): string | null {
  const [first, ...others] = requests;
  if (others.some((request) => request.commandId !== first?.commandId)) {
    throw new Refused(failure('broken', 'record.eventInvalid', { what: 'commandId' }));
  }
  return first?.commandId ?? null;
}
