import * as z from 'zod/mini';
import { patientSchema } from '../people/people.ts';
import { protocolSchema } from '../protocol/schema.ts';
import { sessionEventSchema } from '../session/event.ts';
import { clockReadingSchema } from '../time/clock.ts';
import { id, nothing } from './fields.ts';

/** Of the room's window only. */
const request = <A extends z.ZodMiniType, D extends z.ZodMiniType>(args: A, data: D) => ({
  windows: ['room'] as const,
  args,
  data,
});

/** What an emergency copy says of itself. Events after `saved` were not in the record when it was made. */
export const copySummarySchema = z.object({
  madeAt: clockReadingSchema,
  patient: z.nullable(patientSchema),
  protocol: protocolSchema,
  saved: z.int(),
});

/** What a window may ask about emergency copies. */
export const copyRequests = {
  /** Asks where to, writes the session with everything unsaved there, encrypted, and reads it back; `name` null: not now. */
  'copy.make': request(
    z.object({ sessionId: id }),
    z.object({ name: z.nullable(z.string()), entries: z.int(), unsaved: z.int() }),
  ),
  /** Asks which file, and opens it; `name` null: none chosen. Its entries are then read page by page. */
  'copy.open': request(
    nothing,
    z.object({
      name: z.nullable(z.string()),
      head: z.nullable(copySummarySchema),
      entries: z.int(),
      /** Seqs, in the copy, of the entries that the record does not hold today; null where the record could not be read. */
      missing: z.nullable(z.array(z.int())),
    }),
  ),
  'copy.entries': request(
    z.object({ from: z.int().check(z.gte(0)) }),
    z.object({ events: z.array(sessionEventSchema), more: z.boolean() }),
  ),
} as const;
