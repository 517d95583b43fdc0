import * as z from 'zod/mini';

/** The phases of an hour, in their order. */
export const musicPhases = ['arrive', 'onset', 'build', 'peak', 'return', 'recovery'] as const;
export type MusicPhase = (typeof musicPhases)[number];

export const trackSchema = z.object({
  id: z.string(),
  /** Path below the music folder, with `/`. */
  file: z.string(),
  title: z.string(),
  phase: z.enum(musicPhases),
  intensity: z.int().check(z.gte(1), z.lte(5)),
  lyrics: z.boolean(),
  percussion: z.boolean(),
  /** Where in its file the track begins, ms: silence before it is not waited for. Absent: at the beginning. */
  startsMs: z.optional(z.int().check(z.gte(0))),
  /** From there to its end, ms; the file may go on in silence. */
  durationMs: z.int().check(z.gt(0)),
  loudnessLufs: z.number(),
  truePeakDb: z.number(),
  licence: z.string(),
});
export type Track = z.infer<typeof trackSchema>;

/** Where a place in the track stands in its file, ms. */
export function inFile({ startsMs = 0 }: Pick<Track, 'startsMs'>, positionMs: number): number {
  return startsMs + positionMs;
}

export const musicSetSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  tracks: z.array(trackSchema).check(z.minLength(1)),
});
export type MusicSet = z.infer<typeof musicSetSchema>;

/** The built-in music: sets, and one recovery bed shared by all, which loops. */
export const catalogSchema = z.object({
  schemaVersion: z.literal(1),
  sets: z.array(musicSetSchema),
  recovery: z.extend(trackSchema, { loop: z.literal(true), loopCrossfadeMs: z.int().check(z.gt(0)) }),
});
export type MusicCatalog = z.infer<typeof catalogSchema>;

/** The bed of recovery, with the overlap that its own end and beginning were made for; sessions of before that was kept have none. */
export const bedSchema = z.extend(trackSchema, { loopCrossfadeMs: z.optional(z.int().check(z.gt(0))) });

export type Bed = z.infer<typeof bedSchema>;

/** What a session plays from: one set and the bed, stored under the hash of its content. */
export const sessionMusicSchema = z.object({ set: z.nullable(musicSetSchema), recovery: bedSchema });
export type SessionMusic = z.infer<typeof sessionMusicSchema>;
