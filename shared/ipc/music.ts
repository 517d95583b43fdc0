import * as z from 'zod/mini';
import { importLineSchema } from '../music/import-report.ts';
import { listedTrackSchema, trackEditSchema } from '../music/library.ts';
import { id, nothing, text } from './fields.ts';
import { request, room } from './request.ts';

/** A file that main wants decoded from its first to its last second. */
export const decodeSchema = z.object({
  token: z.int(),
  /** Below the media prefix. */
  file: z.string(),
  /** Its cover, below the media prefix; null where it has none. */
  cover: z.nullable(z.string()),
  /** Longer than this, ms, it is given up. */
  limitMs: z.number(),
});
export type Decode = z.infer<typeof decodeSchema>;

/** How that went, with what was measured. */
export const decodedSchema = z.object({
  token: z.int(),
  outcome: z.enum(['measured', 'broken', 'tooLong']),
  /** The cover, drawn anew and small: base64 of a WebP file. */
  cover: z.nullable(text(100_000)),
  measured: z.nullable(
    z.object({
      loudnessLufs: z.nullable(z.number()),
      truePeakDb: z.nullable(z.number()),
      durationMs: z.int(),
      silenceStartMs: z.int(),
      silenceEndMs: z.int(),
    }),
  ),
});
export type Decoded = z.infer<typeof decodedSchema>;

const decoder = ['decoder'] as const;
const from = z.int().check(z.gte(0));

/** What a window may ask about the music there is. */
export const musicRequests = {
  /** All tracks, built in first, page by page: `from` is the number of those already received. */
  'music.tracks': request(room, z.object({ from }), z.object({ tracks: z.array(listedTrackSchema), total: z.int() })),
  /** Begins the job `musicImport`, which asks which files or folder first, or takes those that were dropped; its result is empty where nothing was chosen. */
  'music.bringIn': request(room, z.object({ what: z.enum(['files', 'folder', 'dropped']) }), nothing),
  /** What became of each file of the last import, page by page, in the order in which they were looked at. */
  'music.report': request(room, z.object({ from }), z.object({ lines: z.array(importLineSchema), total: z.int() })),
  'music.edit': request(room, z.object({ id, edit: trackEditSchema }), nothing),
  'music.remove': request(room, z.object({ id }), nothing),
  /** The decoder's page is there and listens. */
  'decoder.ready': request(decoder, nothing, nothing),
  /** How much of the file of this token has been decoded, ms; told from time to time. */
  'decoder.going': request(decoder, z.object({ token: z.int(), ms: z.number() }), nothing),
  'decoder.done': request(decoder, decodedSchema, nothing),
} as const;
