import * as z from 'zod/mini';
import { sessionRowSchema } from '../people/people.ts';
import { waitReasons } from '../review/waits.ts';
import { id } from './fields.ts';
import { request, room } from './request.ts';

/** How far the lists are behind; `over`: sessions that are over and still to be looked at as a whole. */
export const behindOverSchema = z.object({ left: z.int(), total: z.int(), over: z.int() });

/** One thing that waits in a session; `staffId` null: for whoever may do it. `since`: epoch ms. */
const waitingForSchema = z.object({
  reason: z.enum(waitReasons),
  staffId: z.nullable(z.string()),
  since: z.number(),
  count: z.int(),
});
export type WaitingFor = z.infer<typeof waitingForSchema>;

/** A session in which something waits, and everything of it that this person can do something about. */
const waitingRowSchema = z.object({ session: sessionRowSchema, waits: z.array(waitingForSchema) });
export type WaitingRow = z.infer<typeof waitingRowSchema>;

/** What waits, longest first; `total` and `counts`: sessions, those that are not shown too. */
const waitingPageSchema = z.object({
  rows: z.array(waitingRowSchema),
  total: z.int(),
  counts: z.record(z.enum(waitReasons), z.int()),
});
export type WaitingPage = z.infer<typeof waitingPageSchema>;

/** Lists that the review is made of. */
export const reviewListRequests = {
  /** What waits for whoever is signed in; `only` one reason of it. */
  'review.waiting': request(
    room,
    z.object({ only: z.nullable(z.enum(waitReasons)) }),
    z.extend(waitingPageSchema, { behind: behindOverSchema }),
  ),
  /** Who had a session's record open for a while, the last first. */
  'session.reads': request(
    room,
    z.object({ sessionId: id }),
    z.object({ reads: z.array(z.object({ staffId: z.string(), at: z.number() })) }),
  ),
} as const;
