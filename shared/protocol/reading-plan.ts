import * as z from 'zod/mini';
import type { AskedPart } from '../vitals/asked-parts.ts';
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

/**
 * The parts a due reading consists of: what is not entered of them stays due. None at all: any one part is the whole of it.
 */
const duePartsSchema = z.object({
  pressure: z.boolean(),
  spo2: z.boolean(),
  pulse: z.boolean(),
  respirations: z.boolean(),
  sedation: z.boolean(),
  symptoms: z.boolean(),
} satisfies Record<AskedPart, unknown>);

const moment = z.int().check(z.gte(0), z.lte(24 * 3_600_000));

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
  dueParts: duePartsSchema,
  /** From and to, ms of real time since the start: meanwhile a reading outside of the schedule is asked why. Null: never by itself. */
  quietPhase: z.nullable(z.object({ fromMs: moment, toMs: moment })),
});
export type ReadingRules = z.infer<typeof readingRulesSchema>;

/** Before there was a choice any one part answered a due reading. */
const anyPart: ReadingRules['dueParts'] = {
  pressure: false,
  spo2: false,
  pulse: false,
  respirations: false,
  sedation: false,
  symptoms: false,
};

/** What stands until the clinic says otherwise, and in protocols from before there was such a choice. */
export const defaultReadingRules: ReadingRules = {
  repeatAfterRedMs: 5 * 60_000,
  afterPauseMs: 5 * 60_000,
  baselineMaxAgeMs: 15 * 60_000,
  baselineRestMs: 5 * 60_000,
  sedation: 'rass',
  dueParts: anyPart,
  quietPhase: null,
};
