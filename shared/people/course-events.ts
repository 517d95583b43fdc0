import * as z from 'zod/mini';
import { earlierChoiceSchema, type EarlierChoice } from '../intake/earlier.ts';
import type { RecordedEvent } from '../session/event.ts';
import { followUpAfter, followUpBodies, followUpStateSchema, isFollowUp, noFollowUp } from './follow-up-events.ts';
import { courseSchema } from './people.ts';

/** Version of the course bodies written today. */
export const COURSE_BODY_VERSION = 1;

const plannedInfusions = courseSchema.shape.plannedInfusions;

/** Bodies of the stream `course:<id>`. */
export const courseBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('courseCreated'), patientId: z.string(), plannedInfusions }),
  z.object({ type: z.literal('courseEdited'), plannedInfusions }),
  /** What the patient chose in one of its sessions, without an intention; a later one of the same session takes its place. */
  z.object({ type: z.literal('courseChoiceKept'), ...z.omit(earlierChoiceSchema, { at: true }).shape }),
  ...followUpBodies,
]);
export type CourseBody = z.infer<typeof courseBodySchema>;

/** A course as its own events tell it; how many infusions were given is told by the sessions. */
export type CourseFacts = z.infer<typeof courseFactsSchema>;
export const courseFactsSchema = z.extend(z.omit(courseSchema, { given: true }), {
  /** What followed its infusions; missing in rows from before that was kept. */
  followUp: z.optional(followUpStateSchema),
});

/** The stream of one course. */
export function courseStream(courseId: string): string {
  return `course:${courseId}`;
}

/** A course after one more event; null before it was created. */
export function courseAfter(
  course: CourseFacts | null,
  event: Pick<RecordedEvent<CourseBody>, 'stream' | 'occurredAt' | 'body'> & Partial<Pick<RecordedEvent<CourseBody>, 'author'>>,
): CourseFacts | null {
  const { body } = event;
  if (body.type === 'courseCreated') {
    const courseId = event.stream.slice(courseStream('').length);
    return {
      courseId,
      patientId: body.patientId,
      plannedInfusions: body.plannedInfusions,
      createdAt: event.occurredAt,
    };
  }
  if (course === null || body.type === 'courseChoiceKept') return course;
  if (isFollowUp(body)) {
    const by = event.author?.kind === 'staff' ? event.author.staffId : null;
    return { ...course, followUp: followUpAfter(course.followUp ?? noFollowUp, body, event.occurredAt, by) };
  }
  return { ...course, plannedInfusions: body.plannedInfusions };
}

/** What was chosen in a course so far, one a session, in the order in which it was chosen last. */
export function choicesOf(events: readonly Pick<RecordedEvent<CourseBody>, 'occurredAt' | 'body'>[]): EarlierChoice[] {
  const bySession = new Map<string, EarlierChoice>();
  for (const { body, occurredAt: at } of events) {
    if (body.type !== 'courseChoiceKept') continue;
    bySession.delete(body.sessionId);
    bySession.set(body.sessionId, { sessionId: body.sessionId, at, choice: body.choice });
  }
  return [...bySession.values()];
}
