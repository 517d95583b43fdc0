import * as z from 'zod/mini';
import { sedationScales } from '../vitals/reading.ts';
import { text } from './field.ts';

/** A reading that is due: `start` counts from the start of the infusion, `recovery` from the pump's stop, both in real time, pauses included. */
export const dueReadingSchema = z.object({
  id: text(40),
  from: z.enum(['start', 'recovery']),
  offsetMs: z.int().check(z.gte(0)),
  /** On time from this long before to this long after, ms. */
  windowMs: z.int().check(z.gte(0)),
});
export type DueReading = z.infer<typeof dueReadingSchema>;

/** How readings are taken here, beside when. */
export const readingRulesSchema = z.object({
  /** After a red reading another one is proposed this long after, ms; null: it is not. */
  repeatAfterRedMs: z.nullable(z.int().check(z.gte(60_000), z.lte(60 * 60_000))),
  /** A pump that stood this long: a reading is proposed before it is resumed, ms. */
  afterPauseMs: z.int().check(z.gte(60_000), z.lte(60 * 60_000)),
  /** A baseline older than this at the start is asked for again, ms. */
  baselineMaxAgeMs: z.int().check(z.gte(60_000), z.lte(4 * 3_600_000)),
  /**
   * Rest before blood pressure over the limit is taken again, ms. Five minutes are the usual rest before any measurement
   * (general knowledge, without a source here); the clinic's to change.
   */
  baselineRestMs: z.int().check(z.gte(60_000), z.lte(60 * 60_000)),
  /** The scale on which sedation is told here. */
  sedation: z.enum(sedationScales),
});
export type ReadingRules = z.infer<typeof readingRulesSchema>;

/** What stands until the clinic says otherwise, and in protocols from before there was such a choice. */
export const defaultReadingRules: ReadingRules = {
  repeatAfterRedMs: 5 * 60_000,
  afterPauseMs: 5 * 60_000,
  baselineMaxAgeMs: 15 * 60_000,
  baselineRestMs: 5 * 60_000,
  sedation: 'rass',
};
