import * as z from 'zod/mini';
import { betweenOf, courseBodySchema, courseStream } from '../../../shared/people/course-events.ts';
import { storedProtocolSchema } from '../../../shared/protocol/stored.ts';
import { courseInfusion, type Between, type CourseInfusion } from '../../../shared/review/course.ts';
import { sessionEventSchema, sessionStream } from '../../../shared/session/event.ts';
import { prepared } from '../connection.ts';
import { eventsSince } from '../event-rows.ts';
import type { Sqlite } from '../sqlite.ts';

/** Infusions that are read at most, the last ones. */
const MOST = 12;

const rowSchema = z.object({ session_id: z.string(), protocol_hash: z.string() });
const courseRowSchema = z.object({ course_id: z.string() });
const countSchema = z.object({ count: z.int() });
const bodySchema = z.object({ body: z.instanceof(Uint8Array) });
const musicSchema = z.object({ set: z.nullable(z.object({ title: z.string() })) });

/** A patient's infusions, oldest first, as far as they can be read; `all`: how many sessions of theirs there are. */
export interface FoundCourse {
  readonly infusions: CourseInfusion[];
  readonly all: number;
  /** Questionnaires and notes between the sessions, one for each course, oldest first. */
  readonly between: Between[];
}

/** The last infusions of one patient. One that was erased or cannot be read is left out. */
export function courseOf(reader: Sqlite, patientId: string): FoundCourse {
  const sql = `SELECT session_id, protocol_hash FROM session_rows WHERE patient_id = ? ORDER BY row_id DESC LIMIT ${MOST}`;
  const rows = z.array(rowSchema).parse(prepared(reader, sql).all(patientId));
  const count = prepared(reader, 'SELECT count(*) AS count FROM session_rows WHERE patient_id = ?').get(patientId);
  const protocols = new Map<string, ReturnType<typeof protocolOf>>();
  const infusions = rows.toReversed().flatMap(({ session_id: sessionId, protocol_hash: hash }) => {
    const protocol = protocols.get(hash) ?? protocolOf(reader, hash);
    protocols.set(hash, protocol);
    const events = z.array(sessionEventSchema).safeParse(eventsSince(reader, sessionStream(sessionId), 0, -1));
    const [first] = events.success ? events.data : [];
    if (!events.success || protocol === null || first?.body.type !== 'created') return [];
    return courseInfusion(events.data, protocol, musicOf(reader, first.body.musicHash)) ?? [];
  });
  return { infusions, all: countSchema.parse(count).count, between: betweenSessions(reader, patientId) };
}

/** An entry that was erased or cannot be read is left out. */
function betweenSessions(reader: Sqlite, patientId: string): Between[] {
  const sql = 'SELECT course_id FROM course_rows WHERE patient_id = ? ORDER BY created_at';
  const courses = z.array(courseRowSchema).parse(prepared(reader, sql).all(patientId));
  return courses.map(({ course_id: courseId }) => {
    const events = eventsSince(reader, courseStream(courseId), 0, -1).flatMap((event) => {
      const body = courseBodySchema.safeParse(event.body);
      return body.success ? { ...event, body: body.data } : [];
    });
    const { sheets, safety, notes } = betweenOf(events);
    return { courseId, sheets: [...sheets], safety: [...safety], notes: [...notes] };
  });
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
