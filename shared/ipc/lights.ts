import * as z from 'zod/mini';
import {
  connectionSchema,
  fingerprintSchema,
  hostSchema,
  lampSchema,
  linkHealthSchema,
  targetSchema,
} from '../lights/lamps.ts';
import { leavingSchema, lightsSetupSchema } from '../lights/setup.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** As long as any token is; printable, so that no line break slips into a header. */
const secret = z.string().check(z.minLength(1), z.maxLength(2_000), z.regex(/^[\x20-\x7e\u00a0-\uffff]+$/));

/** A bridge, strip or broker that announces itself on the network; a proposal. */
export const foundPlaceSchema = z.object({
  kind: z.enum(['hue', 'wled', 'mqtt', 'homeAssistant']),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  host: hostSchema,
});
export type FoundPlace = z.infer<typeof foundPlaceSchema>;

/** A lamp that a connection offers. */
export const foundLampSchema = z.object({
  name: z.string().check(z.maxLength(60)),
  target: targetSchema,
  dims: z.boolean(),
  kelvin: lampSchema.shape.kelvin,
});

/** A lamp to be looked at; `id` null where it is not saved. */
const triedLampSchema = z.object({
  id: z.nullable(id),
  connectionId: id,
  target: targetSchema,
  dims: z.boolean(),
  kelvin: lampSchema.shape.kelvin,
});

/**
 * Requests about the lamps of this room; `lights.full` is by itself. A secret comes in and never goes out. Whatever
 * changes or moves a lamp is refused while a session is live, but for removing and for a secret given anew.
 */
export const lightsRequests = {
  'lights.list': request(
    room,
    nothing,
    z.object({
      setup: lightsSetupSchema,
      /** Kinds of connections that this app knows. */
      kinds: z.array(z.string()),
      /** Entries in the settings that could not be read. */
      setAside: z.int(),
    }),
  ),
  /** Asks the local network, for some seconds; `lights.stop` ends it with what was found by then. */
  'lights.discover': request(room, nothing, z.object({ found: z.array(foundPlaceSchema) })),
  /** Ends what is under way of discovering, testing and looking for lamps. */
  'lights.stop': request(room, nothing, nothing),
  /** The certificate that a place shows now, for a person to compare. `trusted`: it needs no pinning. */
  'lights.certificate': request(
    room,
    z.object({ kind: z.enum(['hue', 'mqtt', 'homeAssistant']), host: hostSchema }),
    z.object({ fingerprint: fingerprintSchema, name: z.string(), trusted: z.boolean() }),
  ),
  /**
   * Begins the job `huePairing`, which waits for the bridge's button and saves the connection. `certificate` is the one
   * that a person confirmed; `connectionId` that of a bridge paired anew, null for a new one.
   */
  'lights.pair': request(
    room,
    z.object({
      connectionId: z.nullable(id),
      name: lampSchema.shape.name,
      host: hostSchema,
      certificate: fingerprintSchema,
    }),
    nothing,
  ),
  /** Opens a connection for a moment and says what answered. Its id counts where the secret is one that is kept (`secret` null). */
  'lights.tryConnection': request(
    room,
    z.object({ connection: connectionSchema, secret: z.nullable(secret) }),
    z.object({ health: linkHealthSchema, lamps: z.int() }),
  ),
  /** Saves a new connection (its id is given by main) or a known one; a secret of null keeps what is there, where it still belongs to it. */
  'lights.saveConnection': request(
    room,
    z.object({ connection: connectionSchema, isNew: z.boolean(), secret: z.nullable(secret) }),
    z.object({ connectionId: id }),
  ),
  /** A secret given anew to a connection as it is. */
  'lights.setSecret': request(room, z.object({ connectionId: id, secret }), nothing),
  /** With its lamps and its secret. */
  'lights.removeConnection': request(room, z.object({ connectionId: id }), nothing),
  'lights.findLamps': request(room, z.object({ connectionId: id }), z.object({ lamps: z.array(foundLampSchema) })),
  /** Saves a new lamp (its id is given by main) or a known one. */
  'lights.saveLamp': request(room, z.object({ lamp: lampSchema, isNew: z.boolean() }), z.object({ lampId: id })),
  'lights.removeLamp': request(room, z.object({ lampId: id }), nothing),
  /** The lamp goes down and up twice, slowly. */
  'lights.blink': request(room, z.object({ lamp: triedLampSchema }), nothing),
  /** Sends the number itself, 0 to 1, without minimum and gamma. */
  'lights.tryLevel': request(
    room,
    z.object({ lamp: triedLampSchema, level: z.number().check(z.gte(0), z.lte(1)) }),
    nothing,
  ),
  /** Ends blinking and levels: the lamp gives light again. */
  'lights.endTry': request(room, nothing, nothing),
  'lights.setLeaving': request(room, z.object({ leaving: leavingSchema }), nothing),
} as const;
