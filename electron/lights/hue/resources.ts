import * as z from 'zod/mini';

/** What of the bridge's resources we read; everything else in an answer is left alone. */
const name = z.string().check(z.maxLength(200));
const reference = z.object({ rid: z.uuid(), rtype: z.string() });
const metadata = z.object({ name });

const on = z.object({ on: z.boolean() });
const dimming = z.object({ brightness: z.number() });

export const lightSchema = z.object({
  id: z.uuid(),
  owner: reference,
  metadata,
  on,
  dimming: z.optional(
    z.object({
      brightness: z.number(),
      /** Share of the full light that it gives at its lowest, per cent. */
      min_dim_level: z.optional(z.number()),
    }),
  ),
  color_temperature: z.optional(
    z.object({
      mirek_schema: z.optional(z.object({ mirek_minimum: z.number(), mirek_maximum: z.number() })),
    }),
  ),
});
export type HueLight = z.infer<typeof lightSchema>;

/** A room has devices as its children, a zone has lights. */
export const groupSchema = z.object({
  id: z.uuid(),
  metadata,
  children: z.array(reference),
  services: z.array(reference),
});
export type HueGroup = z.infer<typeof groupSchema>;

export const bridgeSchema = z.object({ id: z.uuid(), bridge_id: z.string().check(z.maxLength(40)) });

/** Every answer of CLIP v2. Errors may stand beside data: a command to a lamp that is out of reach is answered so. */
export function envelope<T>(item: z.ZodMiniType<T>) {
  return z.object({
    errors: z._default(z.array(z.object({ description: z.string() })), []),
    data: z._default(z.array(item), []),
  });
}

/** How a light, or a group of lights, is; as much of it as is told. */
export const stateSchema = z.object({ on: z.optional(on), dimming: z.optional(dimming) });
export type HueState = z.infer<typeof stateSchema>;

/** What a message of the event stream tells of one resource: only what has changed. */
export const reportSchema = z.extend(stateSchema, { id: z.uuid(), type: z.string() });
export type HueReport = z.infer<typeof reportSchema>;

export const eventsSchema = z.array(z.object({ type: z.string(), data: z.array(reportSchema) }));
