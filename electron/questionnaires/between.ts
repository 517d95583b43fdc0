import { changesBeside } from '../../shared/export/between-sessions.ts';
import { decideCourse, type CourseCommand } from '../../shared/people/course-commands.ts';
import { betweenOf, COURSE_BODY_VERSION, courseBodySchema, courseStream } from '../../shared/people/course-events.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Author } from '../../shared/session/event.ts';
import type { RecordClient } from '../record/client.ts';
import type { Clock } from '../session/clock.ts';

type Nothing = Answer<Record<string, never>>;
type CourseEvents = Parameters<typeof changesBeside>[0];

/** Questionnaires and notes between the sessions of a course. */
export interface Between {
  readonly keep: (
    asked: { readonly courseId: string; readonly practice: boolean; readonly command: CourseCommand },
    author: Author,
  ) => Promise<Nothing>;
}

/** A questionnaire of a course was answered or ended: the session that it leaves the app beside has changed with it. */
export interface ChangedBeside {
  readonly sessionId: string;
  readonly signed: boolean;
  /** The last entry of the course's stream that changed it. */
  readonly seq: number;
  /** Whether the questionnaire is ended; else more of it is to come. */
  readonly ended: boolean;
}

/**
 * One act after the other, each decided on what lies in the record by then.
 * @param heard after a questionnaire of a patient is on disk; of a practice nothing is heard
 */
export function createBetween(
  recordOf: (practice: boolean) => Pick<RecordClient, 'allOf' | 'append' | 'courseSessions'>,
  clock: Pick<Clock, 'now'>,
  heard: (change: ChangedBeside) => void,
): Between {
  let queue: Promise<unknown> = Promise.resolve();
  /** Where the sessions cannot be read, nobody hears: what is kept is kept. */
  const tell = async (courseId: string, after: CourseEvents, fromSeq: number): Promise<void> => {
    const sessions = await recordOf(false).courseSessions(courseId);
    if (!sessions.ok) return;
    for (const { session, seq, ended } of changesBeside(after, sessions.data)) {
      if (seq >= fromSeq) heard({ sessionId: session.sessionId, signed: session.signedAt !== null, seq, ended });
    }
  };
  const write = async (...[{ courseId, practice, command }, author]: Parameters<Between['keep']>): Promise<Nothing> => {
    const record = recordOf(practice);
    const all = await record.allOf(courseStream(courseId));
    if (!all.ok) return all;
    if (all.data.length === 0) return failure('refused', 'people.courseUnknown');
    const events = all.data.map((event) => ({ ...event, body: courseBodySchema.parse(event.body) }));
    const decided = decideCourse(betweenOf(events), command);
    if ('ok' in decided) return decided;
    if (decided.length === 0) return success({});
    const now = clock.now();
    const saved = await record.append({
      ...{ stream: courseStream(courseId), expectedSeq: events.length, commandId: null },
      ...{ recordedAt: now, version: COURSE_BODY_VERSION },
      events: decided.map((body) => ({ occurredAt: now.wallMs, sessionMs: null, author, body })),
    });
    if (!saved.ok) return saved;
    if (practice) return success({});
    const added = decided.map((body, index) => ({
      seq: events.length + 1 + index,
      occurredAt: now.wallMs,
      author,
      body,
    }));
    await tell(courseId, [...events, ...added], events.length + 1);
    return success({});
  };
  return {
    keep: (asked, author) => {
      const done = queue.then(() => write(asked, author));
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
