import * as z from 'zod/mini';
import { erasureRules } from '../people/erasure-events.ts';
import { patientSchema } from '../people/people.ts';
import { holdReason, keepYears } from '../people/retention.ts';
import { authorSchema } from '../session/event.ts';
import { id, nothing, signedSchema } from './fields.ts';
import { request, room } from './request.ts';

/** Requests about how long records are kept, held, and erased. */
export const retentionRequests = {
  'retention.read': request(
    room,
    nothing,
    z.object({
      years: z.nullable(keepYears),
      /** Kept long enough and not held; `lastAt` is the epoch ms of their last entry. */
      due: z.array(z.object({ patient: patientSchema, lastAt: z.number() })),
      moreDue: z.boolean(),
      held: z.array(z.object({ patient: patientSchema, reason: z.string(), at: z.number() })),
      erasures: z.array(
        z.object({
          erasureId: id,
          at: z.number(),
          author: authorSchema,
          entries: z.int(),
          rule: z.string(),
          reason: z.string(),
          copiesUntil: z.nullable(z.number()),
        }),
      ),
      moreErasures: z.boolean(),
      /** When the last backup made so far expires, epoch ms; null where there is none. */
      copiesUntil: z.nullable(z.number()),
    }),
  ),
  'retention.setYears': request(room, z.object({ years: z.nullable(keepYears), signed: signedSchema }), nothing),
  'retention.hold': request(
    room,
    z.object({ patientId: id, held: z.boolean(), reason: holdReason, signed: signedSchema }),
    nothing,
  ),
  'retention.erase': request(
    room,
    z.object({ patientId: id, why: z.enum(erasureRules), reason: holdReason, signed: signedSchema }),
    z.object({ entries: z.int() }),
  ),
} as const;
