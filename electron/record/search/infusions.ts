import * as z from 'zod/mini';
import { earlierSession, type EarlierSession } from '../../../shared/chart/earlier.ts';
import { createTracker } from '../../../shared/chart/tracker.ts';
import { storedProtocolSchema } from '../../../shared/protocol/stored.ts';
import { courseInfusion, type CourseInfusion } from '../../../shared/review/course.ts';
import { sessionEventSchema, sessionStream } from '../../../shared/session/event.ts';
import { prepared } from '../connection.ts';
import { eventsSince } from '../event-rows.ts';
import type { Sqlite } from '../sqlite.ts';

/** Sessions that are kept in memory at most, those asked for last: a course or two and what is leafed through beside. */
const KEPT = 200;

const lengthSchema = z.object({ length: z.nullable(z.int()) });
const erasedSchema = z.object({ erased: z.int() });
const bodySchema = z.object({ body: z.instanceof(Uint8Array) });
const musicSchema = z.object({ set: z.nullable(z.object({ title: z.string() })) });

/** One session as other pages tell of it; each null where it was erased, cannot be read, or says nothing of that. */
export interface ToldInfusion {
  readonly infusion: CourseInfusion | null;
  readonly earlier: EarlierSession | null;
}

/** Reads sessions for others than themselves. What was folded once is kept as long as its record says the same. */
export type Infusions = (sessionId: string) => ToldInfusion;

export function infusionsOf(reader: Sqlite): Infusions {
  const known = new Map<string, ToldInfusion & { readonly length: number }>();
  const protocols = new Map<string, ReturnType<typeof protocolOf>>();
  let erasures = 0;
  return (sessionId) => {
    // What was erased must not be told from memory.
    const { erased } = erasedSchema.parse(prepared(reader, 'SELECT count(*) AS erased FROM erasures').get());
    if (erased !== erasures) known.clear();
    erasures = erased;
    const stream = sessionStream(sessionId);
    const sql = 'SELECT max(stream_seq) AS length FROM events WHERE stream = ?';
    const length = lengthSchema.parse(prepared(reader, sql).get(stream)).length ?? 0;
    const kept = known.get(sessionId);
    known.delete(sessionId);
    const told = kept?.length === length ? kept : { ...toldOf(reader, stream, protocols), length };
    known.set(sessionId, told);
    if (known.size > KEPT) known.delete(known.keys().next().value ?? '');
    return told;
  };
}

function toldOf(reader: Sqlite, stream: string, protocols: Map<string, ReturnType<typeof protocolOf>>): ToldInfusion {
  const events = z.array(sessionEventSchema).safeParse(eventsSince(reader, stream, 0, -1));
  const session = events.success ? createTracker()(events.data).session : null;
  if (!events.success || session === null) return { infusion: null, earlier: null };
  const { protocolHash, musicHash } = session.created;
  const protocol = protocols.get(protocolHash) ?? protocolOf(reader, protocolHash);
  protocols.set(protocolHash, protocol);
  return {
    infusion: protocol === null ? null : courseInfusion(events.data, protocol, musicOf(reader, musicHash)),
    earlier: earlierSession(session),
  };
}

function contentOf(reader: Sqlite, hash: string): unknown {
  const row = bodySchema.safeParse(prepared(reader, 'SELECT body FROM contents WHERE hash = ?').get(hash));
  return row.success ? JSON.parse(Buffer.from(row.data.body).toString('utf8')) : null;
}

function protocolOf(reader: Sqlite, hash: string) {
  const protocol = storedProtocolSchema.safeParse(contentOf(reader, hash));
  return protocol.success ? protocol.data : null;
}

function musicOf(reader: Sqlite, hash: string | null): string | null {
  if (hash === null) return null;
  const music = musicSchema.safeParse(contentOf(reader, hash));
  return music.success ? (music.data.set?.title ?? null) : null;
}
