import * as z from 'zod/mini';
import type { RecordedEvent } from '../session/event.ts';
import { courseSchema, type Course } from './people.ts';

/** Version of the course bodies written today. */
export const COURSE_BODY_VERSION = 1;

const plannedInfusions = courseSchema.shape.plannedInfusions;

/** Bodies of the stream `course:<id>`. */
export const courseBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('courseCreated'), patientId: z.string(), plannedInfusions }),
  z.object({ type: z.literal('courseEdited'), plannedInfusions }),
]);
export type CourseBody = z.infer<typeof courseBodySchema>;

/** A course as its own events tell it; how many infusions were given is told by the sessions. */
export type CourseFacts = Omit<Course, 'given'>;

/** The stream of one course. */
export function courseStream(courseId: string): string {
  return `course:${courseId}`;
}

/** A course after one more event; null before it was created. */
export function courseAfter(
  course: CourseFacts | null,
  event: Pick<RecordedEvent<CourseBody>, 'stream' | 'occurredAt' | 'body'>,
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
  return course === null ? null : { ...course, plannedInfusions: body.plannedInfusions };
}
