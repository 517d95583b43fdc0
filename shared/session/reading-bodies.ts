import * as z from 'zod/mini';
import { readingPartsSchema } from '../vitals/reading.ts';
import { event, id, words } from './body.ts';

/** Events of readings. */
export const readingBodies = [
  event('readingTaken', {
    readingId: id,
    parts: readingPartsSchema,
    dueId: z.nullable(id),
    confirmed: z.array(z.string()),
    /** When its first digit was typed, epoch ms, where somebody then said that it was taken at another moment. */
    typedAt: z.optional(z.number()),
  }),
  event('readingNotObtained', { readingId: id, dueId: z.nullable(id), reason: words }),
  event('readingAmended', { readingId: id, parts: readingPartsSchema, takenAt: z.number(), reason: words }),
  event('readingWithdrawn', { readingId: id, reason: words }),
] as const;
