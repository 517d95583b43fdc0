import * as z from 'zod/mini';
import type { RecordedEvent } from '../session/event.ts';

/** Version of the retention bodies written today. */
export const RETENTION_BODY_VERSION = 1;
/** The one stream of how long records are kept, and of the patients whose records are held beyond it. */
export const RETENTION_STREAM = 'retention';

/** Whole years after a patient's last entry. The law of the place decides, not this program: there is no default. */
export const keepYears = z.int().check(z.gte(1), z.lte(100));
export const holdReason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

/** Bodies of the stream `retention`. Patients by id only; a reason should name nobody and goes with the patient's erasure. */
export const retentionBodySchema = z.discriminatedUnion('type', [
  /** Null: kept until the clinic says otherwise. */
  z.object({ type: z.literal('yearsSet'), years: z.nullable(keepYears) }),
  z.object({ type: z.literal('holdPlaced'), patientId: z.string(), reason: holdReason }),
  z.object({ type: z.literal('holdLifted'), patientId: z.string(), reason: holdReason }),
]);
export type RetentionBody = z.infer<typeof retentionBodySchema>;

/** A record held: it is erased under no rule and at nobody's request until the hold is lifted. */
export interface Hold {
  readonly reason: string;
  readonly at: number;
}

/** The clinic's rule as it stands, and who is held. */
export interface Retention {
  readonly years: number | null;
  readonly holds: ReadonlyMap<string, Hold>;
}

export const noRetention: Retention = { years: null, holds: new Map() };

/** The rule after one more event of its stream. */
export function retentionAfter(
  rule: Retention,
  { body, occurredAt }: Pick<RecordedEvent<RetentionBody>, 'occurredAt' | 'body'>,
): Retention {
  if (body.type === 'yearsSet') return { ...rule, years: body.years };
  const holds = new Map(rule.holds);
  if (body.type === 'holdPlaced') holds.set(body.patientId, { reason: body.reason, at: occurredAt });
  else holds.delete(body.patientId);
  return { ...rule, holds };
}

/**
 * Whoever has no entry at or after this moment (epoch ms) has been kept long enough: `years` whole calendar years
 * before `now` (epoch ms), in UTC. From 29 February it is the 28th, a day longer.
 */
export function quietBefore(now: number, years: number): number {
  const date = new Date(now);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() - years);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime();
}
