import * as z from 'zod/mini';
import { cueSchema } from '../cues/cue.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What answers a checklist item takes: done; yes/no; offered and accepted or declined; a value typed in. */
export const checkAnswerKinds = ['done', 'yesNo', 'offered', 'value'] as const;

export const checkItemSchema = z.object({
  id: text(40),
  group: z.enum(['person', 'safety', 'line', 'comfort', 'recovery', 'leaving']),
  /** Key of the text catalogue (`check.<textKey>`) for built-in items; a clinic's own items carry `label` instead. */
  textKey: z.nullable(text(60)),
  label: z.nullable(text(200)),
  answer: z.enum(checkAnswerKinds),
  /** Blocks the start (or the leaving) until it is answered; `no` to a required yes/no item blocks as well. */
  required: z.boolean(),
});
export type CheckItem = z.infer<typeof checkItemSchema>;

/** A reading that is due: `start` counts from the start of the infusion, `recovery` from the pump's stop, both in real time, pauses included. */
export const dueReadingSchema = z.object({
  id: text(40),
  from: z.enum(['start', 'recovery']),
  offsetMs: z.int().check(z.gte(0)),
  /** On time from this long before to this long after, ms. */
  windowMs: z.int().check(z.gte(0)),
});
export type DueReading = z.infer<typeof dueReadingSchema>;

/** Limits of one measure; null where the clinic has none. Amber is reached at the value itself. */
const limits = z.object({
  amberLow: z.nullable(z.number()),
  redLow: z.nullable(z.number()),
  amberHigh: z.nullable(z.number()),
  redHigh: z.nullable(z.number()),
});
export type BandLimits = z.infer<typeof limits>;

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
  spo2: limits,
  pulse: limits,
  respirations: limits,
  rass: limits,
});
export type Bands = z.infer<typeof bandsSchema>;

/** One version of a protocol; kept for ever under the hash of its content. */
export const protocolSchema = z.object({
  schemaVersion: z.literal(1),
  id: text(40),
  title: text(120),
  version: z.int().check(z.gte(1)),
  author: text(120),
  /** Epoch ms. */
  madeAt: z.number(),
  /** Planned infusion, ms. */
  infusionMs: z.int().check(z.gte(20 * 60_000), z.lte(120 * 60_000)),
  /** Planned recovery, ms: the least stay since the pump's stop. */
  recoveryMs: z.int().check(z.gte(0), z.lte(6 * 3_600_000)),
  preChecks: z.array(checkItemSchema),
  recoveryChecks: z.array(checkItemSchema),
  dueReadings: z.array(dueReadingSchema),
  bands: bandsSchema,
  cues: z.array(cueSchema),
  dischargeScore: z.object({ scale: z.enum(['aldrete', 'padss']), fitFrom: z.int() }),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** The shortest and longest infusion the app runs, ms. */
export const infusionRange = { minMs: 20 * 60_000, maxMs: 120 * 60_000 } as const;
