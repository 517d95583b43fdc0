import * as z from 'zod/mini';
import { failure } from '../../../shared/ipc/answer.ts';
import { prepared } from '../connection.ts';
import { Refused } from '../failures.ts';
import { commitmentOf } from '../row.ts';
import type { Sqlite } from '../sqlite.ts';
import type { EventLine } from './format.ts';
import type { StreamPart } from './select.ts';

/** Events read at once. */
const PAGE = 500;

const bytes = z.instanceof(Uint8Array);
const rowSchema = z.object({
  seq: z.int(),
  stream: z.string(),
  stream_seq: z.int(),
  recorded_wall: z.number(),
  recorded_monotonic: z.number(),
  recorded_uptime: z.number(),
  boot_id: z.string(),
  occurred_at: z.number(),
  session_ms: z.nullable(z.number()),
  author: z.string(),
  pc: z.string(),
  command_id: z.nullable(z.string()),
  version: z.int(),
  commitment: bytes,
  prev_hash: bytes,
  hash: bytes,
  salt: z.nullable(bytes),
  body: z.nullable(bytes),
  erasure: z.nullable(z.string()),
});

const ROWS = `SELECT e.*, b.salt, b.body, p.stream AS erasure FROM events e
  LEFT JOIN bodies b ON b.seq = e.seq
  LEFT JOIN erasures x ON x.seq = e.seq
  LEFT JOIN events p ON p.seq = x.erasure_seq
  WHERE e.stream = ? AND e.stream_seq > ? AND e.stream_seq <= ? ORDER BY e.stream_seq LIMIT ${PAGE}`;

/**
 * The events of a stream, oldest first, a page at a time.
 * @throws `Refused` `archive.recordDamaged` at the first row that does not fit: nothing broken is passed on
 */
export function* eventLines(reader: Sqlite, { stream, last }: StreamPart): Generator<EventLine> {
  for (let after = 0; after < last;) {
    const rows = prepared(reader, ROWS).all(stream, after, last);
    if (rows.length === 0) throw damaged(stream);
    for (const row of rows) {
      const line = lineOf(row);
      if (line === null || line.streamSeq !== after + 1) throw damaged(stream);
      yield line;
      after = line.streamSeq;
    }
  }
}

function lineOf(raw: unknown): EventLine | null {
  const parsed = rowSchema.safeParse(raw);
  if (!parsed.success) return null;
  const row = parsed.data;
  const { salt, body } = row;
  const there = salt !== null && body !== null;
  if (there ? !sameBytes(commitmentOf(salt, body), row.commitment) : row.erasure === null) return null;
  const text = there ? Buffer.from(body).toString('utf8') : null;
  if (text !== null && body !== null && !sameBytes(Buffer.from(text, 'utf8'), body)) return null;
  return {
    line: 'event',
    seq: row.seq,
    stream: row.stream,
    streamSeq: row.stream_seq,
    recordedAt: {
      wallMs: row.recorded_wall,
      monotonicMs: row.recorded_monotonic,
      uptimeMs: row.recorded_uptime,
      bootId: row.boot_id,
    },
    occurredAt: row.occurred_at,
    sessionMs: row.session_ms,
    author: row.author,
    pc: row.pc,
    commandId: row.command_id,
    version: row.version,
    commitment: base64(row.commitment),
    prevHash: base64(row.prev_hash),
    hash: base64(row.hash),
    salt: there ? base64(salt) : null,
    body: text,
    erasure: there ? null : row.erasure,
  };
}

function damaged(stream: string): Refused {
  // The kind of stream only: an id may stand in a log.
  return new Refused(failure('refused', 'archive.recordDamaged', { what: stream.split(':')[0] ?? '' }));
}

function base64(bytesOf: Uint8Array): string {
  return Buffer.from(bytesOf).toString('base64');
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
