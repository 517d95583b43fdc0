import * as z from 'zod/mini';

/** What the writer is told: keys in hex, `seed` and `round` of its plan, how many requests are under way at once. */
export const ordersSchema = z.object({
  file: z.string(),
  dataKey: z.string(),
  chainKey: z.string(),
  pc: z.string(),
  mayCreate: z.boolean(),
  seed: z.number(),
  round: z.string(),
  atOnce: z.int(),
});
export type Orders = z.infer<typeof ordersSchema>;
