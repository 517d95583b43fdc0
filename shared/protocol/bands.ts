import * as z from 'zod/mini';
import { text } from './field.ts';

/** Limits of one measure; null where the clinic has none. Amber is reached at the value itself. */
const limits = z.object({
  amberLow: z.nullable(z.number()),
  redLow: z.nullable(z.number()),
  amberHigh: z.nullable(z.number()),
  redHigh: z.nullable(z.number()),
});
export type BandLimits = z.infer<typeof limits>;

/** The clinic's own written instruction, shown with a band; null: none was written, and the app says nothing in its place. */
const instruction = z.nullable(text(300));
const instructionsSchema = z.object({ preStart: instruction, amber: instruction, red: instruction });
export type BandInstructions = z.infer<typeof instructionsSchema>;

/** Nothing is advised until the clinic wrote it down. */
export const noInstructions: BandInstructions = { preStart: null, amber: null, red: null };

/** The clinic's bands. They ask for attention and for symptoms; they never say what to do. */
export const bandsSchema = z.object({
  /** Named after who set them, dated (epoch ms); shown on every session and print. */
  setBy: text(120),
  setAt: z.number(),
  /** Before the start: the gate for the baseline. */
  preStart: z.object({ systolic: limits, diastolic: limits }),
  systolic: limits,
  diastolic: limits,
  /** Amber as well at this share over baseline (0.3 = 30 %), but only from these values up. */
  overBaseline: z.nullable(
    z.object({ share: z.number().check(z.gt(0)), systolicFrom: z.number(), diastolicFrom: z.number() }),
  ),
  /** Amber as well at such a rise (mmHg) since the last reading that has the measure, but only from these values up. */
  overLast: z.nullable(
    z.object({
      systolicBy: z.number().check(z.gt(0)),
      diastolicBy: z.number().check(z.gt(0)),
      systolicFrom: z.number(),
      diastolicFrom: z.number(),
    }),
  ),
  spo2: limits,
  pulse: limits,
  respirations: limits,
  rass: limits,
  moaas: limits,
  instructions: instructionsSchema,
});
/**
 * MOAA/S where the clinic said nothing: amber 3 (answers only a loud or repeated name), red 2 and below (only prodding);
 * the scale: bmcanesthesiol 10.1186/s12871-022-01788-1 table 2; the limits are suggested, the clinic's to change.
 */
export const defaultMoaas: BandLimits = { amberLow: 3, redLow: 2, amberHigh: null, redHigh: null };

export type Bands = z.infer<typeof bandsSchema>;
