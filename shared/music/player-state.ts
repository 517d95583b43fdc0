import * as z from 'zod/mini';

/**
 * One deck as it should sound. `positionMs` is where the track stands at the moment the message is made; the plan
 * goes on from there at `rate`; `gain` 0 to 1 is the levelled volume towards which `fadeMs` leads.
 */
export const deckSchema = z.object({
  /** Rises with every track that begins, so that the same track twice is two decks. */
  playId: z.int(),
  trackId: z.string(),
  file: z.string(),
  positionMs: z.number().check(z.gte(0)),
  durationMs: z.number(),
  gain: z.number().check(z.gte(0), z.lte(1)),
  fadeMs: z.number().check(z.gte(0)),
});
export type DesiredDeck = z.infer<typeof deckSchema>;

/**
 * All that the player is to do, whole and idempotent. At most two decks sound; a deck that is no longer named fades out
 * over `releaseMs`. `preload` is fetched and kept ready. Observations that answer an older generation are dropped.
 */
export const desiredMusicSchema = z.object({
  generation: z.int(),
  decks: z.array(deckSchema).check(z.maxLength(2)),
  releaseMs: z.number(),
  preload: z.nullable(z.object({ trackId: z.string(), file: z.string() })),
  /** How fast the session runs; above 1 the player re-seeks to the planned position every 5 session minutes only. */
  rate: z.number(),
});
export type DesiredMusic = z.infer<typeof desiredMusicSchema>;

/** What the player saw, once a second and at every change. */
export const playerReportSchema = z.object({
  generation: z.int(),
  decks: z.array(
    z.object({
      playId: z.int(),
      trackId: z.string(),
      state: z.enum(['loading', 'playing', 'ended', 'failed']),
      positionMs: z.number(),
      volume: z.number(),
      /** Key of the text catalogue where `failed`. */
      code: z.nullable(z.string()),
    }),
  ),
});
export type PlayerReport = z.infer<typeof playerReportSchema>;
