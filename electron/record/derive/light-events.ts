import * as z from 'zod/mini';
import { AUDIT_STREAM } from '../../../shared/people/audit-events.ts';
import type { Author } from '../../../shared/session/event.ts';
import { isCurrent, upcast } from '../../../shared/session/upcast.ts';
import { prepared } from '../connection.ts';
import { authorOf } from '../event-rows.ts';
import type { Sqlite } from '../sqlite.ts';

/** An event as a rebuild looks at millions of them: its body stays text until somebody needs it. */
export interface LightEvent {
  readonly globalSeq: number;
  readonly stream: string;
  readonly seq: number;
  readonly occurredAt: number;
  readonly author: Author;
  /** Of the body; empty where it was erased, cannot be read, or a newer program wrote it. */
  readonly type: string;
  /** The body as JSON text; null where there is none that can be read. */
  readonly text: string | null;
  readonly version: number;
}

const rowSchema = z.tuple([z.int(), z.string(), z.int(), z.number(), z.string(), z.int(), z.nullable(z.string())]);
type Row = z.infer<typeof rowSchema>;

const SELECT = `SELECT e.seq, e.stream, e.stream_seq, e.occurred_at, e.author, e.version, CAST(b.body AS TEXT)
  FROM events e LEFT JOIN bodies b ON b.seq = e.seq`;

/** Events of all streams after a global seq, oldest first. */
export function lightAfter(database: Sqlite, globalSeq: number, limit: number): LightEvent[] {
  const sql = `${SELECT} WHERE e.seq > ? ORDER BY e.seq LIMIT ?`;
  return lightOf(prepared(database, sql).raw(true).all(globalSeq, limit));
}

/** Lines of the audit in (from, to], oldest first. */
export function lightAudit(database: Sqlite, from: number, to: number): LightEvent[] {
  // By their place in the record: the audit is one stream, as long as the record is old.
  const sql = `${SELECT} WHERE e.seq > ? AND e.seq <= ? AND +e.stream = ? ORDER BY e.seq`;
  return lightOf(prepared(database, sql).raw(true).all(from, to, AUDIT_STREAM));
}

/** All events of a stream, oldest first. */
export function lightOfStream(database: Sqlite, stream: string): LightEvent[] {
  const sql = `${SELECT} WHERE e.stream = ? ORDER BY e.stream_seq`;
  return lightOf(prepared(database, sql).raw(true).all(stream));
}

/** The body in today's form, not yet checked against its schema; undefined where there is none. */
export function bodyOf(event: LightEvent): unknown {
  if (event.text === null) return undefined;
  const told = upcast(event.stream, event.version, JSON.parse(event.text));
  return told.ok ? told.body : undefined;
}

function lightOf(rows: unknown[]): LightEvent[] {
  // Columns of STRICT tables have the types they were declared with: one look at the first row, not at five million.
  if (rows.length > 0) rowSchema.parse(rows[0]);
  return (rows as Row[]).map(([globalSeq, stream, seq, occurredAt, author, version, text]) => {
    const type = text === null ? '' : typeOf(stream, version, text);
    return {
      globalSeq,
      stream,
      seq,
      occurredAt,
      author: authorOrApp(author),
      type,
      text: type === '' ? null : text,
      version,
    };
  });
}

const PLAIN = '{"type":"';

/** The type of a body without reading all of it: bodies are written with their type first. */
function typeOf(stream: string, version: number, text: string): string {
  if (isCurrent(stream, version) && text.startsWith(PLAIN)) {
    const end = text.indexOf('"', PLAIN.length);
    const type = text.slice(PLAIN.length, end);
    if (end > 0 && !type.includes('\\')) return type;
  }
  try {
    const told = upcast(stream, version, JSON.parse(text));
    return told.ok ? (typedSchema.safeParse(told.body).data?.type ?? '') : '';
  } catch {
    return '';
  }
}
const typedSchema = z.object({ type: z.string() });

function authorOrApp(text: string): Author {
  try {
    return authorOf(text);
  } catch {
    // Checks name a row whose author is none; lists go on without one.
    return { kind: 'app' };
  }
}
