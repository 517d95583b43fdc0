import * as z from 'zod/mini';
import { sceneSchema } from '../lights/scene.ts';
import { musicPhases } from '../music/set.ts';

/**
 * The moment of a cue: `start` counts session time (stands while the pump is paused), `zero` counts session time from the
 * planned end (negative is before), `recovery` counts from the pump's stop. Offsets in ms.
 */
export const cueAnchorSchema = z.object({ from: z.enum(['start', 'zero', 'recovery']), offsetMs: z.int() });

export const cueActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scene'), scene: sceneSchema, fadeMs: z.int().check(z.gte(0), z.lte(1_800_000)) }),
  z.object({ kind: z.literal('music'), phase: z.enum(musicPhases) }),
  /** A prompt to the nurse; `code` is a key of the text catalogue (`prompt.<code>`). */
  z.object({ kind: z.literal('prompt'), code: z.string() }),
]);
export type CueAction = z.infer<typeof cueActionSchema>;

export const cueSchema = z.object({ id: z.string(), anchor: cueAnchorSchema, action: cueActionSchema });
export type Cue = z.infer<typeof cueSchema>;
