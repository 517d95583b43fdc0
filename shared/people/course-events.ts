import * as z from 'zod/mini';
import { sheetBodies } from '../questionnaires/sheet-bodies.ts';
import { noSheets, sheetsAfter, type Sheets } from '../questionnaires/sheets.ts';
import { earlierChoiceSchema, type EarlierChoice } from '../intake/earlier.ts';
import { event, id, words } from '../session/body.ts';
import { authorSchema, type RecordedEvent } from '../session/event.ts';
import { followUpAfter, followUpBodies, followUpStateSchema, noFollowUp } from './follow-up-events.ts';
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
  /** Questionnaires between the sessions: by telephone, or weeks later. */
  ...sheetBodies,
  /** What somebody wrote down of a talk about what the patient makes of it; kept as written. */
  event('integrationNoteKept', { noteId: id, text: words }),
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
  event: Pick<RecordedEvent<CourseBody>, 'stream' | 'occurredAt' | 'body'> &
    Partial<Pick<RecordedEvent<CourseBody>, 'author'>>,
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
  if (course === null) return null;
  if (body.type === 'courseEdited') return { ...course, plannedInfusions: body.plannedInfusions };
  const by = event.author?.kind === 'staff' ? event.author.staffId : null;
  const before = course.followUp ?? noFollowUp;
  const followUp = followUpAfter(before, body, event.occurredAt, by);
  return followUp === before ? course : { ...course, followUp };
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

/** A note of integration; `at` epoch ms. */
export const integrationNoteSchema = z.object({
  noteId: z.string(),
  text: z.string(),
  at: z.number(),
  by: authorSchema,
});

/** What was asked and written between the sessions of a course, oldest first. */
export interface CourseBetween extends Sheets {
  readonly notes: readonly z.infer<typeof integrationNoteSchema>[];
}

/** Questionnaires and notes of a course. */
export function betweenOf(
  events: readonly Pick<RecordedEvent<CourseBody>, 'occurredAt' | 'author' | 'body'>[],
): CourseBetween {
  return events.reduce<CourseBetween>(
    (before, { body, occurredAt: at, author }) => {
      switch (body.type) {
        case 'courseCreated':
        case 'courseEdited':
        case 'courseChoiceKept':
        case 'nextDayCalled':
        case 'nextDayNotReached':
        case 'followUpDone':
        case 'followUpLetGo':
          return before;
        case 'integrationNoteKept':
          return { ...before, notes: [...before.notes, { noteId: body.noteId, text: body.text, at, by: author }] };
        default:
          return sheetsAfter(before, body, { at, author });
      }
    },
    { ...noSheets, notes: [] },
  );
}
