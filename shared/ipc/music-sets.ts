import * as z from 'zod/mini';
import { ownSetSchema, setDraftSchema } from '../music/own-sets.ts';
import { bedSchema, musicPhases } from '../music/set.ts';
import { infusionRange } from '../protocol/schema.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** What a window may ask about the clinic's own sets. A session names its set by content: none of this changes one that has begun. */
export const musicSetRequests = {
  'music.ownSets': request(
    room,
    nothing,
    /** `bed`: the recovery bed, which belongs to every set. */
    z.object({ sets: z.array(ownSetSchema), bed: z.nullable(bedSchema) }),
  ),
  /** The phases of the music in an infusion of this length, ms of session time. */
  'music.timeline': request(
    room,
    z.object({ plannedMs: z.int().check(z.gte(infusionRange.minMs), z.lte(infusionRange.maxMs)) }),
    z.object({ spans: z.array(z.object({ phase: z.enum(musicPhases), fromMs: z.number(), untilMs: z.number() })) }),
  ),
  /** `setId` null makes a new set. */
  'music.sets.save': request(room, z.object({ setId: z.nullable(id), set: setDraftSchema }), z.object({ setId: id })),
  'music.sets.remove': request(room, z.object({ setId: id }), nothing),
} as const;
