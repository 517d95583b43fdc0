import * as z from 'zod/mini';
import { sessionRowSchema } from './people.ts';

/** A session's row of the lists, as its own events tell it: the patient by id, name and birth date to be added. */
export const sessionFactsSchema = z.omit(sessionRowSchema, {
  ...{ patientName: true, birthDate: true, flags: true, adverseEvents: true, unwell: true, signedAt: true },
});

/** A session's row with what its next event needs to know. All of it is folded from the session's events and from nothing else. */
export const sessionFactsStateSchema = z.extend(sessionFactsSchema, {
  courseId: z.nullable(z.string()),
  protocolHash: z.string(),
  /** Last event folded. */
  seq: z.int(),
  /** Entries of the locked screen that nobody has claimed or refused. */
  unsigned: z.array(z.int()),
  /** Readings that count: id, seq of the event that wrote them, whether they are red by what was measured as it stands today. */
  readings: z.array(z.tuple([z.string(), z.int(), z.boolean()])),
  /**
   * Readings of which somebody told symptoms when their band asked: id, and seq of the entry that says so. Red whatever their
   * values become; missing where there is none.
   */
  symptomatic: z.optional(z.array(z.tuple([z.string(), z.int()]))),
  /** Complaints that count: id and seq of the mark. */
  complaints: z.array(z.tuple([z.string(), z.int()])),
  emergencies: z.int(),
  /** Adverse events that count; missing in rows from before there were any. */
  adverse: z.optional(z.array(z.string())),
  /** Questionnaires with an answer, each with when the first of them was given, epoch ms; missing where there is none. */
  answered: z.optional(z.array(z.tuple([z.string(), z.number()]))),
  /** When a clinician signed, epoch ms; missing where nobody has. */
  signedAt: z.optional(z.number()),
  /** Everybody who entered, checked, witnessed or stood behind something, in order of their first part. */
  staff: z.array(z.string()),
});
export type SessionFacts = z.infer<typeof sessionFactsStateSchema>;
