import * as z from 'zod/mini';

/** What Home Assistant may say once we are let in; everything else is passed over. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('result'),
    id: z.int(),
    success: z.boolean(),
    result: z.optional(z.unknown()),
    error: z.optional(z.unknown()),
  }),
  z.object({ type: z.literal('event'), id: z.int(), event: z.unknown() }),
  z.object({ type: z.literal('pong'), id: z.int() }),
]);

/** What it says before that. */
export const greetingSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('auth_required') }),
  z.object({ type: z.literal('auth_ok') }),
  z.object({ type: z.literal('auth_invalid') }),
]);

const attributes = z.object({
  supported_features: z.optional(z.unknown()),
  brightness: z.optional(z.unknown()),
});
const whole = z.object({ s: z.string(), a: z.optional(attributes) });
const change = z.object({ s: z.optional(z.string()), a: z.optional(attributes) });

/** An event of `subscribe_entities`: entities that are there (`a`), that changed (`c`), that are gone (`r`). */
export const entitiesSchema = z.object({
  a: z.optional(z.record(z.string(), whole)),
  c: z.optional(z.record(z.string(), z.object({ '+': z.optional(change) }))),
  r: z.optional(z.array(z.string())),
});
export type Entities = z.infer<typeof entitiesSchema>;

/** One entry of `get_states`, as far as lamps go. */
export const stateSchema = z.object({
  entity_id: z.string().check(z.regex(/^(light|switch)\.[a-z0-9_]{1,100}$/)),
  attributes: z.object({
    friendly_name: z.optional(z.unknown()),
    supported_color_modes: z.optional(z.array(z.string())),
    min_color_temp_kelvin: z.optional(z.unknown()),
    max_color_temp_kelvin: z.optional(z.unknown()),
  }),
});

/** The value of a JSON text; undefined where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
