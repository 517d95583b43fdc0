import * as z from 'zod/mini';
import { askedParts } from '../vitals/asked-parts.ts';
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
    /** Taken in quiet mode without being due or proposed: why is asked for, and may be said later. */
    outside: z.optional(z.literal(true)),
  }),
  /** `parts`: what of the due reading was not obtained; without them all of it that is asked for. */
  event('readingNotObtained', {
    readingId: id,
    dueId: z.nullable(id),
    reason: words,
    parts: z.optional(z.array(z.enum(askedParts)).check(z.minLength(1))),
  }),
  /** Why a reading outside of the schedule was taken. */
  event('readingExplained', { readingId: id, reason: words }),
  event('quietSet', { on: z.boolean() }),
  event('readingAmended', { readingId: id, parts: readingPartsSchema, takenAt: z.number(), reason: words }),
  event('readingWithdrawn', { readingId: id, reason: words }),
] as const;
