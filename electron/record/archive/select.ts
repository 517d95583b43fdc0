import * as z from 'zod/mini';
import type { ArchiveCounts, ArchiveSelection } from '../../../shared/people/archive.ts';
import { AUDIT_STREAM } from '../../../shared/people/audit-events.ts';
import { courseStream } from '../../../shared/people/course-events.ts';
import { patientStream } from '../../../shared/people/patient-events.ts';
import { sessionStream } from '../../../shared/session/event.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';

/** A stream and the last of its events that goes along. */
export interface StreamPart {
  readonly stream: string;
  readonly last: number;
}

/** What goes into an archive, in its order. */
export interface Selected {
  readonly streams: readonly StreamPart[];
  /** Protocols and music; null: all there are. */
  readonly contents: ReadonlySet<string> | null;
  /** Ids of staff to be named, where their streams stay behind. */
  readonly staff: ReadonlySet<string>;
}

const nextSchema = z.object({ stream: z.nullable(z.string()) });
const lastSchema = z.object({ last: z.nullable(z.int()) });
const idsSchema = z.array(z.object({ id: z.nullable(z.string()) }));
const authoredSchema = z.object({ author: z.string(), body: z.nullable(z.instanceof(Uint8Array)) });

/**
 * Looks up what a selection means in a record whose derived rows are up to date.
 * @param leaveOut ids of sessions that are not over
 */
export function select(reader: Sqlite, selection: ArchiveSelection, leaveOut: readonly string[]): Selected {
  const without = new Set(leaveOut.map(sessionStream));
  const whole = selection.what === 'everything';
  const found = whole ? [...allStreams(reader)] : aboutPatients(reader, selection);
  const streams = found.filter((stream) => !without.has(stream));
  const proofs = whole ? [] : streams.flatMap((stream) => proofsOf(reader, stream));
  const parts = [...new Set([...streams, ...proofs])].toSorted(byKind).map((stream) => ({
    stream,
    last: lastOf(reader, stream),
  }));
  if (whole) return { streams: parts, contents: null, staff: new Set() };
  return { streams: parts, ...mentioned(reader, parts) };
}

/** How much a selection is. */
export function countsOf(reader: Sqlite, { streams, contents }: Selected): ArchiveCounts {
  const of = (prefix: string): number => streams.filter(({ stream }) => stream.startsWith(prefix)).length;
  const kept = z.object({ all: z.int() }).parse(prepared(reader, 'SELECT count(*) AS "all" FROM contents').get());
  return {
    events: streams.reduce((sum, { last }) => sum + last, 0),
    sessions: of('session:'),
    patients: of('patient:'),
    courses: of('course:'),
    staff: of('staff:'),
    contents: contents === null ? kept.all : contents.size,
  };
}

/** Proofs of erasure first, the audit last: a command that wrote to a session and to it belongs to the session. */
function byKind(a: string, b: string): number {
  const place = (stream: string): number => (stream.startsWith('erasure:') ? 0 : stream === AUDIT_STREAM ? 2 : 1);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

/** Every stream there is, each found by one step in the index. */
function* allStreams(reader: Sqlite): Generator<string> {
  const sql = 'SELECT min(stream) AS stream FROM events WHERE stream > ?';
  for (let from = ''; ;) {
    const { stream } = nextSchema.parse(prepared(reader, sql).get(from));
    if (stream === null) return;
    yield stream;
    from = stream;
  }
}

/** The streams of one patient, of one course, or of the sessions of some days with what they belong to. */
function aboutPatients(reader: Sqlite, selection: Exclude<ArchiveSelection, { what: 'everything' }>): string[] {
  const ids = (sql: string, ...values: readonly (string | number)[]): string[] =>
    idsSchema.parse(prepared(reader, sql).all(...values)).flatMap(({ id }) => (id === null ? [] : [id]));
  const sessions = (where: string, ...values: readonly (string | number)[]): string[] => [
    ...ids(`SELECT session_id AS id FROM session_rows WHERE ${where}`, ...values).map(sessionStream),
    ...ids(`SELECT DISTINCT course_id AS id FROM session_rows WHERE ${where}`, ...values).map(courseStream),
    ...ids(`SELECT DISTINCT patient_id AS id FROM session_rows WHERE ${where}`, ...values).map(patientStream),
  ];
  switch (selection.what) {
    case 'patient': {
      const { patientId } = selection;
      const courses = ids('SELECT course_id AS id FROM course_rows WHERE patient_id = ?', patientId).map(courseStream);
      return [patientStream(patientId), ...courses, ...sessions('patient_id = ?', patientId)];
    }
    case 'course': {
      const { courseId } = selection;
      const patients = ids('SELECT patient_id AS id FROM course_rows WHERE course_id = ?', courseId).map(patientStream);
      return [courseStream(courseId), ...patients, ...sessions('course_id = ?', courseId)];
    }
    case 'days':
      return sessions('created_at >= ? AND created_at < ?', selection.from, selection.to);
  }
}

/** Streams that prove erasures in a stream. */
function proofsOf(reader: Sqlite, stream: string): string[] {
  const sql = `SELECT DISTINCT p.stream AS id FROM events e JOIN erasures x ON x.seq = e.seq
    JOIN events p ON p.seq = x.erasure_seq WHERE e.stream = ?`;
  return idsSchema.parse(prepared(reader, sql).all(stream)).flatMap(({ id }) => (id === null ? [] : [id]));
}

function lastOf(reader: Sqlite, stream: string): number {
  const sql = 'SELECT max(stream_seq) AS last FROM events WHERE stream = ?';
  return lastSchema.parse(prepared(reader, sql).get(stream)).last ?? 0;
}

/** Kept versions whose hash stands in a body of these streams, and the staff who wrote them. */
function mentioned(reader: Sqlite, parts: readonly StreamPart[]): Pick<Selected, 'contents' | 'staff'> {
  const kept = new Set(
    z
      .array(z.object({ hash: z.string() }))
      .parse(prepared(reader, 'SELECT hash FROM contents').all())
      .map(({ hash }) => hash),
  );
  const contents = new Set<string>();
  const staff = new Set<string>();
  const sql = 'SELECT e.author, b.body FROM events e LEFT JOIN bodies b ON b.seq = e.seq WHERE e.stream = ?';
  for (const { stream } of parts) {
    for (const row of prepared(reader, sql).all(stream)) {
      const { author, body } = authoredSchema.parse(row);
      if (author.startsWith('staff:')) staff.add(author.slice('staff:'.length));
      const text = body === null ? '' : Buffer.from(body).toString('latin1');
      for (const [hash] of text.matchAll(/[0-9a-f]{64}/g)) if (kept.has(hash)) contents.add(hash);
    }
  }
  return { contents, staff };
}
