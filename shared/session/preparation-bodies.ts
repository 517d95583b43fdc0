import * as z from 'zod/mini';
import { intakeLanguages } from '../intake/choice.ts';
import { pcResultSchema } from '../pc/pc-check.ts';
import { sheetKinds } from '../protocol/leaving-sheets.ts';
import { event, id, note, words } from './body.ts';

export const checkLists = ['preChecks', 'recovery'] as const;

/** What the prescriber ordered and the nurse drew up. The app multiplies and compares; it never proposes. */
export const orderSchema = z.object({
  drug: z.string().check(z.minLength(1), z.maxLength(80)),
  mgPerKg: z.number().check(z.gt(0), z.lte(10)),
  weightKg: z.number().check(z.gte(20), z.lte(350)),
  mg: z.number().check(z.gt(0), z.lte(2000)),
  concentrationMgPerMl: z.number().check(z.gt(0), z.lte(1000)),
  rateMlPerHour: z.number().check(z.gt(0), z.lte(1200)),
  route: z.enum(['iv', 'im', 'sc']),
  prescriber: z.string().check(z.minLength(1), z.maxLength(120)),
});
export type Order = z.infer<typeof orderSchema>;

/** Who stands behind an override: a prescriber's own PIN, or a telephone order that waits for their signature. */
export const overrideBySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prescriber'), staffId: id }),
  z.object({
    kind: z.literal('telephone'),
    prescriber: z.string().check(z.minLength(1), z.maxLength(120)),
    /** Where they are on the staff list; of somebody from outside only the name is known. */
    staffId: z.optional(id),
    at: z.number(),
    readBack: z.literal(true),
  }),
]);

/** Events of lists that are gone through, of order, baseline and override. */
export const preparationBodies = [
  event('checkAnswered', {
    list: z.enum(checkLists),
    itemId: id,
    /** done, yes, no, accepted, declined, notApplicable; `value` for typed ones; null takes the answer back. */
    answer: z.nullable(z.enum(['done', 'yes', 'no', 'accepted', 'declined', 'notApplicable', 'value'])),
    value: note,
  }),
  /** Somebody else stands behind the answer as well. */
  event('checkSigned', { list: z.enum(checkLists), itemId: id, checkerId: id }),
  /** Sheets to take home were printed. */
  event('sheetsPrinted', { sheets: z.array(z.enum(sheetKinds)), language: z.enum(intakeLanguages) }),
  /** Its author has the room from here on, and has seen the summary. */
  event('roomTaken', {}),
  /** What the app found of its own computer at the start. */
  event('pcChecked', { results: z.array(pcResultSchema).check(z.maxLength(20)) }),
  event('orderEntered', { order: orderSchema }),
  event('orderChecked', { checkerId: id }),
  event('baselineAccepted', { readingId: id }),
  event('overridden', { blockers: z.array(z.string()), reason: words, by: overrideBySchema }),
  /**
   * `decisionSeq`: the entry of what was decided by telephone; without it the last one. `instead`: why somebody else
   * signs for whoever said it.
   */
  event('telephoneOrderSigned', { staffId: id, decisionSeq: z.optional(z.int()), instead: z.optional(words) }),
] as const;
