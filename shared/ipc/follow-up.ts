import * as z from 'zod/mini';
import { followUpBodySchema, followUpKinds } from '../people/follow-up-events.ts';
import { followUpRuleSchema } from '../people/follow-up-rule.ts';
import { sessionRowSchema } from '../people/people.ts';
import { nextDecisions } from '../session/sign-bodies.ts';
import { authorSchema } from '../session/event.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';
import { behindOverSchema } from './review-lists.ts';

/** Something the clinic owes a patient: after which infusion, since when, late or not. Times epoch ms. */
const owedRowSchema = z.object({
  kind: z.enum([...followUpKinds, 'copy']),
  of: z.string(),
  session: sessionRowSchema,
  /** Null for a copy, which belongs to the session alone. */
  courseId: z.nullable(z.string()),
  dueAt: z.number(),
  late: z.boolean(),
  /** Calls that reached nobody, oldest first. */
  tries: z.array(z.object({ at: z.number(), staffId: z.nullable(z.string()) })),
  /** Of scores: the week of the course. */
  week: z.nullable(z.int()),
  /** Of the next infusion: what the note of the last one says. */
  next: z.nullable(z.enum([...nextDecisions, 'none'])),
});
export type OwedRow = z.infer<typeof owedRowSchema>;

const owedPageSchema = z.object({ rows: z.array(owedRowSchema), total: z.int() });
export type OwedPage = z.infer<typeof owedPageSchema>;

/** What follows an infusion, and the clinic's rule for it. */
export const followUpRequests = {
  'review.owed': request(
    room,
    nothing,
    z.extend(owedPageSchema, { rule: followUpRuleSchema, behind: behindOverSchema }),
  ),
  /** Writes down what was done, or that nobody was reached. */
  'course.followUp': request(room, z.object({ courseId: id, body: followUpBodySchema }), nothing),
  /** What was written down, oldest first. */
  'course.followUps': request(
    room,
    z.object({ courseId: id }),
    z.object({ entries: z.array(z.object({ at: z.number(), author: authorSchema, body: followUpBodySchema })) }),
  ),
  /** For the owner. */
  'followUp.setRule': request(room, z.object({ rule: followUpRuleSchema }), nothing),
} as const;
