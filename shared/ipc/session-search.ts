import * as z from 'zod/mini';
import { sessionFlags, sessionRowSchema } from '../people/people.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
/** Where a page of sessions ended. */
const searchKeySchema = z.object({ createdAt: z.number(), sessionId: id });

/**
 * Sessions with every word of `text` in the patient's name or in what was written, and every flag; newest first. `before` is
 * where the page before ended. A newer search ends an older one (`search.superseded`).
 */
export const sessionSearch = {
  args: z.object({
    practice: z.boolean(),
    text: z.string().check(z.maxLength(120)),
    flags: z.array(z.enum(sessionFlags)).check(z.maxLength(sessionFlags.length)),
    staffId: z.nullable(id),
    before: z.nullable(searchKeySchema),
  }),
  data: z.object({
    sessions: z.array(sessionRowSchema),
    next: z.nullable(searchKeySchema),
    /** With the first page only; `more`: there are more than were counted. */
    count: z.nullable(z.object({ found: z.int(), more: z.boolean() })),
    /** Events that a rebuild of the lists has left, of how many; while there are any, older sessions may be missing. */
    behind: z.object({ left: z.int(), total: z.int() }),
  }),
} as const;
