import * as z from 'zod/mini';
import { askedParts } from '../vitals/asked-parts.ts';
import { readingPartsSchema } from '../vitals/reading.ts';
import { id } from './body.ts';
import { command, reason } from './command-parts.ts';

/** Commands about readings. */
export const readingCommands = [
  /** `confirmed`: codes of the unlikely values the nurse confirmed; `dueId` null lets the engine find the due reading. */
  command('takeReading', {
    readingId: id,
    parts: readingPartsSchema,
    takenAt: z.number(),
    confirmed: z.array(z.string()),
    /** When its first digit was typed, where `takenAt` is not that moment. */
    typedAt: z.optional(z.number()),
  }),
  /** `parts`: which of the due reading; without them all that is missing of it. */
  command('readingNotObtained', {
    readingId: id,
    dueId: z.nullable(id),
    reason,
    takenAt: z.number(),
    parts: z.optional(z.array(z.enum(askedParts)).check(z.minLength(1))),
  }),
  command('explainReading', { readingId: id, reason }),
  /** Quiet mode by hand, for the rest of this session. */
  command('setQuiet', { on: z.boolean() }),
  command('amendReading', {
    readingId: id,
    parts: readingPartsSchema,
    takenAt: z.number(),
    reason,
    confirmed: z.array(z.string()),
  }),
  command('withdrawReading', { readingId: id, reason }),
] as const;
