import * as z from 'zod/mini';
import type { Author, RecordedEvent } from '../../shared/session/event.ts';
import { upcast } from '../../shared/session/upcast.ts';
import { failure } from '../../shared/ipc/answer.ts';
import { prepared } from './connection.ts';
import { ERASED_BODY } from './erased-body.ts';
import { Refused } from './failures.ts';
import type { Sqlite } from './sqlite.ts';

const bytes = z.instanceof(Uint8Array);

/** An event's row with its body; null where the body was erased. */
const readRowSchema = z.object({
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
  body: z.nullable(bytes),
});

const COLUMNS = `e.seq, e.stream, e.stream_seq, e.recorded_wall, e.recorded_monotonic, e.recorded_uptime, e.boot_id,
  e.occurred_at, e.session_ms, e.author, e.pc, e.command_id, e.version, b.body`;
const FROM = `SELECT ${COLUMNS} FROM events e LEFT JOIN bodies b ON b.seq = e.seq`;

/** Events of a stream after a seq, oldest first. */
export function eventsSince(reader: Sqlite, stream: string, afterSeq: number, limit: number): RecordedEvent<unknown>[] {
  const sql = `${FROM} WHERE e.stream = ? AND e.stream_seq > ? ORDER BY e.stream_seq LIMIT ?`;
  return prepared(reader, sql)
    .all(stream, afterSeq, limit)
    .map((row) => eventOf(row).event);
}

/** The events that one command left, in their order. */
export function eventsOfCommand(reader: Sqlite, commandId: string): RecordedEvent<unknown>[] {
  return prepared(reader, `${FROM} WHERE e.command_id = ? ORDER BY e.seq`)
    .all(commandId)
    .map((row) => eventOf(row).event);
}

/** Events of all streams after a global seq, oldest first. */
export function eventsAfter(
  reader: Sqlite,
  globalSeq: number,
  limit: number,
): { readonly globalSeq: number; readonly event: RecordedEvent<unknown> }[] {
  return prepared(reader, `${FROM} WHERE e.seq > ? ORDER BY e.seq LIMIT ?`).all(globalSeq, limit).map(eventOf);
}

/** How an author stands in its column. */
export function authorText(author: Author): string {
  return author.kind === 'staff' ? `staff:${author.staffId}` : author.kind;
}

/** The author of a column's text; throws for a text that is none. */
export function authorOf(text: string): Author {
  if (text === 'app' || text === 'unsigned') return { kind: text };
  if (text.startsWith('staff:')) return { kind: 'staff', staffId: text.slice('staff:'.length) };
  throw new Error('not an author');
}

function eventOf(raw: unknown): { readonly globalSeq: number; readonly event: RecordedEvent<unknown> } {
  const row = readRowSchema.parse(raw);
  const body = row.body === null ? ERASED_BODY : todaysBody(row.stream, row.version, row.body);
  const event: RecordedEvent<unknown> = {
    stream: row.stream,
    seq: row.stream_seq,
    recordedAt: {
      wallMs: row.recorded_wall,
      monotonicMs: row.recorded_monotonic,
      uptimeMs: row.recorded_uptime,
      bootId: row.boot_id,
    },
    occurredAt: row.occurred_at,
    sessionMs: row.session_ms,
    author: authorOf(row.author),
    pc: row.pc,
    commandId: row.command_id,
    version: row.version,
    body,
  };
  return { globalSeq: row.seq, event };
}

/** A body in the form this program reads; one from a newer program is refused, never guessed at. */
function todaysBody(stream: string, version: number, body: Uint8Array): unknown {
  const told = upcast(stream, version, JSON.parse(Buffer.from(body).toString('utf8')));
  if (!told.ok) throw new Refused(failure('broken', 'record.eventNewer', { version, known: told.known }));
  return told.body;
}
