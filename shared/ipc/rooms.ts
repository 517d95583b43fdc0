import * as z from 'zod/mini';
import { fingerprintSchema, hostSchema, linkHealthSchema } from '../lights/lamps.ts';
import { roomStatusSchema } from '../rooms/room-status.ts';
import { nothing } from './fields.ts';
import { request, room } from './request.ts';

/** The clinic's own broker, as the owner entered it; its password is kept apart. */
export const brokerSchema = z.object({
  host: hostSchema,
  encrypted: z.boolean(),
  user: z.nullable(z.string().check(z.minLength(1), z.maxLength(120))),
  /** Pinned where the broker's certificate is its own; null trusts the system's authorities. */
  certificate: z.nullable(fingerprintSchema),
});
export type RoomsBroker = z.infer<typeof brokerSchema>;

/** Off until the owner switches it on. */
export const roomsSetupSchema = z.object({ on: z.boolean(), broker: z.nullable(brokerSchema) });
export type RoomsSetup = z.infer<typeof roomsSetupSchema>;

/** To the nurse's window: the other rooms as they were heard, by age. Sent every few seconds, and at once on change. */
export const roomsViewSchema = z.object({
  on: z.boolean(),
  health: linkHealthSchema,
  rooms: z
    .array(
      z.object({
        tag: z.string().check(z.maxLength(16)),
        status: roomStatusSchema,
        ageMs: z.number(),
        lost: z.boolean(),
      }),
    )
    .check(z.maxLength(12)),
  /** Names that two rooms bear. */
  sameNames: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(13)),
  /** Messages that were not taken. */
  ignored: z.int(),
});
export type RoomsView = z.infer<typeof roomsViewSchema>;

const secret = z.nullable(z.string().check(z.minLength(1), z.maxLength(2_000), z.regex(/^[\x20-\x7e\u00a0-\uffff]+$/)));

/** Requests about the status between rooms. A password comes in and never goes out; a null keeps the one that is there. */
export const roomsRequests = {
  'rooms.read': request(room, nothing, z.object({ setup: roomsSetupSchema, view: roomsViewSchema })),
  /** Opens the broker for a moment and has a word of its own come back. Owner only. */
  'rooms.try': request(room, z.object({ broker: brokerSchema, secret }), nothing),
  /** Owner only. */
  'rooms.save': request(room, z.object({ setup: roomsSetupSchema, secret }), nothing),
} as const;
