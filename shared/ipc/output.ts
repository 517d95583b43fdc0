import * as z from 'zod/mini';
import { headphonesSchema, HIGHEST_CAP_DBA, LOWEST_CAP_DBA, readingsSchema } from '../music/hearing.ts';
import { chosenOutputSchema, outputDeviceSchema } from '../music/output.ts';
import { nothing, text } from './fields.ts';
import { player, request, room } from './request.ts';

const devices = z.array(outputDeviceSchema).check(z.maxLength(64));

/** What every window that sounds is told: where to play, and the share of full output that nothing goes beyond. */
export const outputOrderSchema = z.object({
  /** Null: where the system plays. */
  chosen: z.nullable(outputDeviceSchema),
  cap: z.number().check(z.gt(0), z.lte(1)),
  /** The chosen ones may be paused on themselves. */
  wireless: z.optional(z.literal(true)),
  /** They were paused on themselves before this window was there: they stay gone until they play again, or are chosen anew. */
  paused: z.optional(z.literal(true)),
});
export type OutputOrder = z.infer<typeof outputOrderSchema>;

/** What the player saw of the devices, told at every change. */
export const outputSeenSchema = z.object({
  state: z.enum(['default', 'waiting', 'present', 'lost', 'several', 'back']),
  /** The id by which the headphones were found; null where they were not. */
  deviceId: z.nullable(z.string().check(z.maxLength(200))),
  /** They count as gone because they were paused on themselves. */
  paused: z.optional(z.literal(true)),
  devices,
});
export type OutputSeen = z.infer<typeof outputSeenSchema>;

/** What the nurse's window shows of it. */
export const outputViewSchema = z.object({
  state: outputSeenSchema.shape.state,
  chosen: z.nullable(chosenOutputSchema),
  /** How loud the chosen ones play; null where none are chosen. */
  headphones: z.nullable(headphonesSchema),
  /** How full wireless ones are, percent; null where the system does not tell it. */
  charge: z.nullable(z.int().check(z.gte(0), z.lte(100))),
  /** Those that can be chosen just now. */
  devices,
});
export type OutputView = z.infer<typeof outputViewSchema>;

/** A sound for staff: a low tone on one ear; the calibration's noise at a share of what these headphones may play; none. */
export const probeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ear'), ear: z.enum(['left', 'right']) }),
  z.object({ kind: z.literal('level'), level: z.number().check(z.gt(0), z.lte(1)) }),
  z.object({ kind: z.literal('off') }),
]);
export type ProbeSound = z.infer<typeof probeSchema>;

/** Whether sound goes elsewhere when its output is pulled out, before anybody can be told: for a moment, until the computer is started again, or nobody knows. */
export const soundMovesSchema = z.enum(['no', 'briefly', 'untilStart', 'unknown']);
export type SoundMoves = z.infer<typeof soundMovesSchema>;

/** Requests about where the music is heard. */
export const outputRequests = {
  'output.read': request(['player', 'patient'], nothing, outputOrderSchema),
  'output.seen': request(player, outputSeenSchema, nothing),
  /** Null: no headphones, the system decides. During a session also from the locked screen. */
  'output.choose': request(room, z.object({ chosen: z.nullable(chosenOutputSchema) }), nothing),
  /** The share of full output that headphones never go beyond, by their label. */
  'output.setCap': request(room, z.object({ label: text(200), cap: headphonesSchema.shape.cap }), nothing),
  /** What a sound level meter showed at each of `CALIBRATION_LEVELS`, and the cap wished from now on, dB(A). */
  'output.calibrate': request(
    room,
    z.object({
      label: text(200),
      readings: readingsSchema,
      capDbA: z.number().check(z.gte(LOWEST_CAP_DBA), z.lte(HIGHEST_CAP_DBA)),
    }),
    nothing,
  ),
  /** What this computer's own sound server would do. */
  'output.moves': request(room, nothing, z.object({ moves: soundMovesSchema })),
  /** Sets the sound server up so that it does not, for the user of this computer. */
  'output.keep': request(room, nothing, z.object({ moves: soundMovesSchema })),
  /** Never while a session sounds; the noise never while there is one at all. */
  'output.probe': request(room, z.object({ sound: probeSchema }), nothing),
} as const;
