import * as z from 'zod/mini';
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
  command('readingNotObtained', { readingId: id, dueId: z.nullable(id), reason, takenAt: z.number() }),
  command('amendReading', {
    readingId: id,
    parts: readingPartsSchema,
    takenAt: z.number(),
    reason,
    confirmed: z.array(z.string()),
  }),
  command('withdrawReading', { readingId: id, reason }),
] as const;
