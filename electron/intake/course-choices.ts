import { sameChoice } from '../../shared/intake/choice.ts';
import { carriedOn, courseSet, type EarlierChoice } from '../../shared/intake/earlier.ts';
import {
  choicesOf,
  COURSE_BODY_VERSION,
  courseBodySchema,
  courseStream,
  type CourseBody,
} from '../../shared/people/course-events.ts';
import type { Session } from '../../shared/session/state.ts';
import type { RecordClient } from '../record/client.ts';
import type { Clock } from '../session/clock.ts';

/** What a course knows of its patient's choices. */
export interface CourseChoices {
  /** Choices of the course's other sessions, in the order in which they were made; none where the record does not answer. */
  readonly earlier: (session: Session) => Promise<readonly EarlierChoice[]>;
  /** The set chosen for a whole course, by hash; null where none was, or the record does not answer. */
  readonly setFor: (courseId: string) => Promise<string | null>;
  /** Writes down what was chosen in this session, where the course does not know it yet. */
  readonly remember: (session: Session) => Promise<void>;
}

export function createCourseChoices(
  recordOf: (practice: boolean) => Pick<RecordClient, 'allOf' | 'append'>,
  clock: Pick<Clock, 'now'>,
): CourseChoices {
  let queue: Promise<unknown> = Promise.resolve();

  const eventsIn = async (courseId: string, practice: boolean) => {
    const all = await recordOf(practice).allOf(courseStream(courseId));
    return all.ok ? all.data.map((event) => ({ ...event, body: courseBodySchema.parse(event.body) })) : null;
  };
  const eventsOf = async ({ created: { courseId, practice } }: Session) =>
    courseId === null ? null : eventsIn(courseId, practice);

  const write = async (session: Session): Promise<void> => {
    const { created, sessionId, intake } = session;
    if (created.courseId === null || intake.choice === null || intake.handedBy === null) return;
    const events = await eventsOf(session);
    const known = choicesOf(events ?? []).find((one) => one.sessionId === sessionId);
    const choice = carriedOn(intake.choice);
    const same =
      known !== undefined && sameChoice({ ...known.choice, intention: null }, { ...choice, intention: null });
    if (events === null || same) return;
    const now = clock.now();
    const body: CourseBody = { type: 'courseChoiceKept', sessionId, choice };
    // Not written, it is tried again when the screen is taken back or the session begins; the session itself has it.
    await recordOf(created.practice).append({
      ...{ stream: courseStream(created.courseId), expectedSeq: events.length, commandId: null },
      ...{ recordedAt: now, version: COURSE_BODY_VERSION },
      events: [{ occurredAt: now.wallMs, sessionMs: null, author: intake.handedBy, body }],
    });
  };

  return {
    earlier: async (session) =>
      choicesOf((await eventsOf(session)) ?? []).filter(({ sessionId }) => sessionId !== session.sessionId),
    setFor: async (courseId) => {
      await queue;
      return courseSet(choicesOf((await eventsIn(courseId, false)) ?? []));
    },
    remember: (session) => {
      const done = queue.then(() => write(session));
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
