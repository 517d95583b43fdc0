import * as z from 'zod/mini';
import { id } from './body.ts';

/** Parts that commands are made of. */
export const text = (max: number) => z.string().check(z.maxLength(max));
export const note = z.nullable(text(2000));
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
/** The pump is the truth and a press reports it: how long ago it happened, ms (now, 1, 2 or 5 minutes; at most 30). */
export const agoMs = z.int().check(z.gte(0), z.lte(30 * 60_000));
export const pin = z.string().check(z.regex(/^\d{4,8}$/));
/** A person, and the PIN that says it is them. */
export const signature = z.object({ staffId: id, pin });
/** Who stands behind an override or a decision: a prescriber with their PIN, or a telephone order that was read back. */
export const overridingBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prescriber'), staffId: id, pin }),
  z.object({
    kind: z.literal('telephone'),
    prescriber: z.string().check(z.minLength(1), z.maxLength(120)),
    staffId: z.optional(id),
    at: z.number(),
    readBack: z.literal(true),
  }),
]);
export const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });
