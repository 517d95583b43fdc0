import * as z from 'zod/mini';
import { MOST_CUES } from '../cues/check-sheet.ts';
import { cueSchema } from '../cues/cue.ts';
import { versionNote } from '../protocol/versions.ts';
import { nothing } from './fields.ts';
import { infusionRange, protocolSchema } from '../protocol/schema.ts';
import { request, room } from './request.ts';

const version = z.int().check(z.gte(1));
const cues = z.array(cueSchema).check(z.maxLength(MOST_CUES));

/** What a window may ask about the clinic's protocol. A session names its version by content: none of this changes one that has begun. */
export const protocolRequests = {
  'protocols.list': request(
    room,
    nothing,
    /** Oldest first, the last one in force. `by` null: built in. `takenFrom`: the older version that was taken again. */
    z.object({
      versions: z.array(
        z.object({
          version,
          madeAt: z.number(),
          by: z.nullable(z.string()),
          takenFrom: z.nullable(version),
          note: z.string(),
        }),
      ),
    }),
  ),
  'protocols.get': request(room, z.object({ version }), z.object({ protocol: protocolSchema })),
  /** Other cues become the next version, in force at once for sessions that begin from then on. */
  'protocols.save': request(room, z.object({ basedOn: version, cues, note: versionNote }), z.object({ version })),
  /** The whole of it, but for its number, author and time, becomes the next version. */
  'protocols.saveWhole': request(
    room,
    z.object({ basedOn: version, protocol: protocolSchema, note: versionNote }),
    z.object({ version }),
  ),
  /** Writes a version as a file; null: the box was closed. */
  'protocols.writeFile': request(room, z.object({ version }), z.object({ name: z.nullable(z.string()) })),
  /** Reads a file; nothing is saved by it. Null: the box was closed. */
  'protocols.readFile': request(room, nothing, z.object({ protocol: z.nullable(protocolSchema) })),
  /** Plays a sheet on the room's lamps, from a moment on (ms from the start); never while there is a session. */
  'cuePreview.play': request(
    room,
    z.object({
      cues,
      infusionMs: z.int().check(z.gte(infusionRange.minMs), z.lte(infusionRange.maxMs)),
      atMs: z.number().check(z.gte(-3_600_000), z.lte(12 * 3_600_000)),
    }),
    nothing,
  ),
  'cuePreview.pause': request(room, nothing, nothing),
  'cuePreview.end': request(room, nothing, nothing),
  'protocols.takeAgain': request(room, z.object({ basedOn: version, version }), z.object({ version })),
} as const;

/** Whether a sheet plays on the room's lamps, and the names of those that do not follow. */
export const cuePreviewPush = z.object({ on: z.boolean(), missed: z.array(z.string()) });
