import * as z from 'zod/mini';
import { event, id, note } from './body.ts';

/**
 * What stands on the pump's display. The limits are those of an order (`orderSchema`): a figure beyond them is none that
 * could have been ordered here. A rate of 0 is a pause, which has its own entry.
 */
export const pumpRateSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('mlPerHour'), value: z.number().check(z.gt(0), z.lte(1200)) }),
  z.object({ unit: z.literal('mgPerHour'), value: z.number().check(z.gt(0), z.lte(2000)) }),
]);
export type PumpRate = z.infer<typeof pumpRateSchema>;

export const pumpTotalSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('ml'), value: z.number().check(z.gte(0), z.lte(2000)) }),
  z.object({ unit: z.literal('mg'), value: z.number().check(z.gte(0), z.lte(2000)) }),
]);
export type PumpTotal = z.infer<typeof pumpTotalSchema>;

/** Events of what somebody read off the pump. The app moves no pump. */
export const pumpBodies = [
  event('pumpRateNoted', { noteId: id, rate: pumpRateSchema }),
  event('pumpTotalRead', { noteId: id, total: pumpTotalSchema }),
  /** Entered by mistake; `reason` null: taken back within seconds. */
  event('pumpNoteWithdrawn', { noteId: id, reason: note }),
] as const;
