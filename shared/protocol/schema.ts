import * as z from 'zod/mini';
import { cueSchema } from '../cues/cue.ts';
import { bandsSchema } from './bands.ts';
import { carePlanSchema } from './care-plan.ts';
import { checkItemSchema } from './check-item.ts';
import { text } from './field.ts';
import { leavingSheetsSchema } from './leaving-sheets.ts';
import { dueReadingSchema, readingRulesSchema } from './reading-plan.ts';

/** The form of protocols that this program writes; `stored.ts` leads up to it from every older one. */
export const PROTOCOL_VERSION = 3;

/** One version of a protocol; kept for ever under the hash of its content. */
export const protocolSchema = z.object({
  schemaVersion: z.literal(PROTOCOL_VERSION),
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
  readingRules: readingRulesSchema,
  bands: bandsSchema,
  care: carePlanSchema,
  cues: z.array(cueSchema),
  sheets: leavingSheetsSchema,
  dischargeScore: z.object({ scale: z.enum(['aldrete', 'padss']), fitFrom: z.int() }),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** The shortest and longest infusion the app runs, ms. */
export const infusionRange = { minMs: 20 * 60_000, maxMs: 120 * 60_000 } as const;
