import * as z from 'zod/mini';
import type { EarlierSession } from '../../../shared/chart/earlier.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import { betweenOf, courseBodySchema, courseStream } from '../../../shared/people/course-events.ts';
import type { Between, CourseInfusion } from '../../../shared/review/course.ts';
import { prepared } from '../connection.ts';
import { eventsSince } from '../event-rows.ts';
import type { Sqlite } from '../sqlite.ts';
import { infusionsOf, type Infusions } from './infusions.ts';

/** Infusions that are read at most, the last ones. */
const MOST = 12;

const rowsSchema = z.array(z.object({ session_id: z.string() }));
const courseRowSchema = z.object({ course_id: z.string() });
const countSchema = z.object({ count: z.int() });

/** A patient's infusions, oldest first, as far as they can be read; `all`: how many sessions of theirs there are. */
export interface FoundCourse {
  readonly infusions: CourseInfusion[];
  readonly all: number;
  /** Questionnaires and notes between the sessions, one for each course, oldest first. */
  readonly between: Between[];
}

/** What main asks of sessions for others than themselves. */
export interface AskCourse {
  /** A patient's last infusions, oldest first, and how many there are. */
  readonly courseOf: (patientId: string) => Promise<Answer<FoundCourse>>;
  /** What a chart shows of earlier sessions; null for one that was not begun, was erased or cannot be read. */
  readonly earlierSessions: (
    sessionIds: readonly string[],
    patientId: string | null,
  ) => Promise<Answer<(EarlierSession | null)[]>>;
}

/** The last sessions of one patient, oldest first. */
export function lastSessionsOf(reader: Sqlite, patientId: string): readonly string[] {
  const sql = `SELECT session_id FROM session_rows WHERE patient_id = ? ORDER BY row_id DESC LIMIT ${MOST}`;
  const rows = rowsSchema.parse(prepared(reader, sql).all(patientId));
  return rows.toReversed().map((row) => row.session_id);
}

/**
 * The last infusions of one patient. One that was erased or cannot be read is left out.
 * @param told keeps what it folded, for whoever asks more than once
 */
export function courseOf(reader: Sqlite, patientId: string, told: Infusions = infusionsOf(reader)): FoundCourse {
  const count = prepared(reader, 'SELECT count(*) AS count FROM session_rows WHERE patient_id = ?').get(patientId);
  return {
    infusions: lastSessionsOf(reader, patientId).flatMap((sessionId) => told(sessionId).infusion ?? []),
    all: countSchema.parse(count).count,
    between: betweenSessions(reader, patientId),
  };
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
