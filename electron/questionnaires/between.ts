import { decideCourse, type CourseCommand } from '../../shared/people/course-commands.ts';
import { betweenOf, COURSE_BODY_VERSION, courseBodySchema, courseStream } from '../../shared/people/course-events.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Author } from '../../shared/session/event.ts';
import type { RecordClient } from '../record/client.ts';
import type { Clock } from '../session/clock.ts';

type Nothing = Answer<Record<string, never>>;

/** Questionnaires and notes between the sessions of a course. */
export interface Between {
  readonly keep: (
    asked: { readonly courseId: string; readonly practice: boolean; readonly command: CourseCommand },
    author: Author,
  ) => Promise<Nothing>;
}

/** One act after the other, each decided on what lies in the record by then. */
export function createBetween(
  recordOf: (practice: boolean) => Pick<RecordClient, 'allOf' | 'append'>,
  clock: Pick<Clock, 'now'>,
): Between {
  let queue: Promise<unknown> = Promise.resolve();
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
    return saved.ok ? success({}) : saved;
  };
  return {
    keep: (asked, author) => {
      const done = queue.then(() => write(asked, author));
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
