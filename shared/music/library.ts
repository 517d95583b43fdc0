import * as z from 'zod/mini';
import { musicPhases, trackSchema } from './set.ts';

/** Kinds of files that can be imported, by the extension under which they are kept. */
export const libraryExtensions = ['mp3', 'm4a', 'aac', 'ogg', 'opus', 'flac', 'wav'] as const;
export type LibraryExtension = (typeof libraryExtensions)[number];

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const words = z.string().check(z.maxLength(200));
const ms = z.int().check(z.gte(0));

/** What is known of a track besides what any track has, because the clinic brought it. */
export const importedSchema = z.object({
  artist: words,
  album: words,
  /** Name of the file that it came from, without its folder. */
  sourceName: z.string().check(z.maxLength(255)),
  /** Epoch ms. */
  importedAt: z.int(),
  bytes: z.int().check(z.gt(0)),
  /** Silence before the first and after the last sound, ms. */
  silenceStartMs: ms,
  silenceEndMs: ms,
  /** Whether the loudness stood in the file's tags (ReplayGain) or was measured (EBU R128). */
  loudnessFrom: z.enum(['tag', 'measured']),
  hasCover: z.boolean(),
});
export type Imported = z.infer<typeof importedSchema>;

/** A track of the clinic's own. Its id is the SHA-256 of the file's bytes; `file` is `library/<id>.<extension>`. */
export const libraryTrackSchema = z
  .extend(trackSchema, {
    id: sha256,
    file: z.string().check(z.regex(/^library\/[0-9a-f]{64}\.(mp3|m4a|aac|ogg|opus|flac|wav)$/)),
    imported: importedSchema,
  })
  .check(z.refine(({ id, file }) => file.startsWith(`library/${id}.`), { path: ['file'] }));
export type LibraryTrack = z.infer<typeof libraryTrackSchema>;

/** A track as it is listed: built in (`imported` null) or the clinic's own; `missing` where its file is not there. */
export const listedTrackSchema = z.extend(trackSchema, { imported: z.nullable(importedSchema), missing: z.boolean() });
export type ListedTrack = z.infer<typeof listedTrackSchema>;

/** What staff may say about a track of the clinic's own. */
export const trackEditSchema = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  artist: words,
  album: words,
  phase: z.enum(musicPhases),
  intensity: z.int().check(z.gte(1), z.lte(5)),
  lyrics: z.boolean(),
  percussion: z.boolean(),
  licence: words,
});
export type TrackEdit = z.infer<typeof trackEditSchema>;

/** The track with what was said about it. */
export function editTrack(track: LibraryTrack, edit: TrackEdit): LibraryTrack {
  const { artist, album, ...rest } = edit;
  return { ...track, ...rest, imported: { ...track.imported, artist, album } };
}
