import * as z from 'zod/mini';
import { trackSchema, type MusicSet } from '../music/set.ts';

/** A track as the patient window needs it: to preview it, to level it, to say and draw what it is. No title, no licence. */
export const offeredTrackSchema = z.pick(trackSchema, {
  id: true,
  file: true,
  phase: true,
  intensity: true,
  lyrics: true,
  percussion: true,
  startsMs: true,
  durationMs: true,
  loudnessLufs: true,
  truePeakDb: true,
});
export type OfferedTrack = z.infer<typeof offeredTrackSchema>;

/** A set as it is offered to a patient, named by the hash of what a session would play. */
export const offeredSetSchema = z.object({
  musicHash: z.string(),
  title: z.string(),
  description: z.string(),
  tracks: z.array(offeredTrackSchema).check(z.minLength(1)),
});
export type OfferedSet = z.infer<typeof offeredSetSchema>;

/** The set as a patient may see it. */
export function offered(musicHash: string, { title, description, tracks }: MusicSet): OfferedSet {
  return { musicHash, title, description, tracks: tracks.map((track) => offeredTrackSchema.parse(track)) };
}
