import * as z from 'zod/mini';
import { zoneNames } from './scene.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const id = text(60);

/** A host that the clinic entered: a name or an address, with a port where it is not the usual one. Never a path, never a user. */
export const hostSchema = z
  .string()
  .check(
    z.maxLength(120),
    z.regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$/),
  );

/** SHA-256 of a certificate in DER, 64 hex digits, lower case: what is pinned when the clinic pairs. */
export const fingerprintSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** DMX frames a second. Receivers let go after 2.5 s without one; 44 is the most that a DMX line carries whole. */
const frameRate = z.int().check(z.gte(30), z.lte(44));

/**
 * A way to lamps: a bridge, a broker, a DMX node. Its secret (application key, password, token) lies in the key store under
 * its id, never here.
 */
export const connectionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hue'),
    id,
    name: text(60),
    host: hostSchema,
    bridgeId: text(40),
    certificate: fingerprintSchema,
  }),
  z.object({ kind: z.literal('wled'), id, name: text(60), host: hostSchema }),
  z.object({
    kind: z.literal('sacn'),
    id,
    name: text(60),
    /** Where to send; null is multicast to the universe's own group. */
    host: z.nullable(hostSchema),
    /** Address of this PC's network that leads to the lamps; null leaves the choice to the system. */
    from: z.nullable(z.ipv4()),
    universe: z.int().check(z.gte(1), z.lte(63_999)),
    /** 0 to 200; of two sources a receiver follows the higher. */
    priority: z.int().check(z.gte(0), z.lte(200)),
    frameRate,
  }),
  z.object({
    kind: z.literal('artnet'),
    id,
    name: text(60),
    host: hostSchema,
    /** Net, sub-net and universe in one number, 0 to 32,767. */
    universe: z.int().check(z.gte(0), z.lte(32_767)),
    frameRate,
  }),
  z.object({
    kind: z.literal('mqtt'),
    id,
    name: text(60),
    host: hostSchema,
    encrypted: z.boolean(),
    user: z.nullable(text(120)),
    /** Pinned where the broker's certificate is its own; null trusts the system's authorities. */
    certificate: z.nullable(fingerprintSchema),
  }),
  z.object({
    kind: z.literal('homeAssistant'),
    id,
    name: text(60),
    host: hostSchema,
    encrypted: z.boolean(),
    certificate: z.nullable(fingerprintSchema),
  }),
]);
export type Connection = z.infer<typeof connectionSchema>;
export type ConnectionKind = Connection['kind'];
export type ConnectionOf<K extends ConnectionKind> = Extract<Connection, { kind: K }>;

const topic = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^+#\0]+$/));

/** Which lamp of its connection a lamp is. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hue'), resource: z.enum(['light', 'grouped_light']), rid: z.uuid() }),
  /** Null: the whole strip. */
  z.object({ kind: z.literal('wled'), segment: z.nullable(z.int().check(z.gte(0), z.lte(31))) }),
  /** For sACN and Art-Net. `wide`: coarse at `channel`, fine at the next one. */
  z.object({ kind: z.literal('dmx'), channel: z.int().check(z.gte(1), z.lte(512)), wide: z.boolean() }),
  /** `topic` is the device's own, without `/set`. */
  z.object({ kind: z.literal('zigbee2mqtt'), topic }),
  /** A plain number, 0 to `max`, written to `setTopic`; no fade of its own. */
  z.object({
    kind: z.literal('plainMqtt'),
    setTopic: topic,
    stateTopic: z.nullable(topic),
    max: z.int().check(z.gte(1), z.lte(65_535)),
  }),
  z.object({
    kind: z.literal('homeAssistant'),
    entity: z.string().check(z.regex(/^(light|switch)\.[a-z0-9_]{1,100}$/)),
  }),
]);
export type Target = z.infer<typeof targetSchema>;
export type TargetOf<K extends Target['kind']> = Extract<Target, { kind: K }>;

/** One lamp, or a group that is one to us. */
export const lampSchema = z.object({
  id,
  name: text(60),
  zone: z.enum(zoneNames),
  connectionId: id,
  target: targetSchema,
  /** False for a switch: it is on wherever the scene has light at all. */
  dims: z.boolean(),
  kelvin: z.nullable(z.object({ min: z.int().check(z.gte(1000)), max: z.int().check(z.lte(10_000)) })),
  /** Lowest level at which it gives light without flicker, 0 to 0.5; 0 itself is always off. */
  minimumLevel: z.number().check(z.gte(0), z.lte(0.5)),
  /** Exponent from the level asked for to the number sent, so that half looks like half; 1 where the lamp does that itself. */
  gamma: z.number().check(z.gte(0.4), z.lte(3)),
});
export type Lamp = z.infer<typeof lampSchema>;

/** Which targets a connection can have. */
export const targetsOfKind: Readonly<Record<ConnectionKind, readonly Target['kind'][]>> = {
  hue: ['hue'],
  wled: ['wled'],
  sacn: ['dmx'],
  artnet: ['dmx'],
  mqtt: ['zigbee2mqtt', 'plainMqtt'],
  homeAssistant: ['homeAssistant'],
};

/** Whether a connection answers; `since` is epoch ms, `code` a key of the text catalogue (`light.<code>`). */
export const linkHealthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('ok') }),
  /** DMX: sent, but nobody answers on this way. */
  z.object({ kind: z.literal('unanswered') }),
  z.object({ kind: z.literal('lost'), since: z.number(), code: text(40) }),
]);
export type LinkHealth = z.infer<typeof linkHealthSchema>;
