import * as z from 'zod/mini';
import { courseCommandSchema } from '../people/course-commands.ts';
import { betweenSchema, courseInfusionSchema } from '../review/course.ts';
import { savedFiltersSchema } from '../review/saved-filter.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** What the review asks beside the session itself. */
export const reviewRequests = {
  /** Holds the session's own entries against their seals, one by one. `bad`: the first that does not fit, and why (a finding's code). */
  'session.checked': request(
    room,
    z.object({ sessionId: id }),
    z.object({
      entries: z.int(),
      bad: z.nullable(z.object({ seq: z.int(), code: z.string() })),
    }),
  ),
  /** A patient's infusions, oldest first, the last ones; `all`: how many sessions there are. */
  'course.infusions': request(
    room,
    z.object({ patientId: id, practice: z.boolean() }),
    z.object({ infusions: z.array(courseInfusionSchema), all: z.int(), between: z.array(betweenSchema) }),
  ),
  /** A questionnaire between the sessions, a talk about an answer, a note of integration. */
  'course.keep': request(
    room,
    z.object({ courseId: id, practice: z.boolean(), command: courseCommandSchema }),
    nothing,
  ),
  /** The record has been open for some seconds: a line of the audit, once a day and person. */
  'session.read': request(room, z.object({ sessionId: id }), nothing),
  /** Filters of the list that the one who is signed in keeps on this PC. */
  'review.filters': request(room, nothing, z.object({ filters: savedFiltersSchema })),
  'review.keepFilters': request(room, z.object({ filters: savedFiltersSchema }), nothing),
} as const;
