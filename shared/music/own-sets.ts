import * as z from 'zod/mini';
import type { ListedTrack } from './library.ts';
import { musicPhases, type MusicSet, type Track } from './set.ts';

/** Tracks of one set, and sets of one clinic, at most. */
export const MOST_TRACKS = 60;
export const MOST_SETS = 40;

/** A track in a set: where it plays and how strong it is there, whatever the library says of it. */
export const setEntrySchema = z.object({
  trackId: z.string().check(z.minLength(1), z.maxLength(64)),
  phase: z.enum(musicPhases),
  intensity: z.int().check(z.gte(1), z.lte(5)),
});
export type SetEntry = z.infer<typeof setEntrySchema>;

const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What staff say of a set. */
export const setDraftSchema = z.object({
  title: line(60),
  description: z.string().check(z.trim(), z.maxLength(200)),
  entries: z.array(setEntrySchema).check(
    z.minLength(1),
    z.maxLength(MOST_TRACKS),
    z.refine((entries) => new Set(entries.map(({ trackId }) => trackId)).size === entries.length),
  ),
  /** One patient's own music: offered to nobody else, whose name may stand in its title. */
  forOne: z.optional(z.literal(true)),
});
export type SetDraft = z.infer<typeof setDraftSchema>;

/** A set of the clinic's own, by the ids of its tracks. */
export const ownSetSchema = z.extend(setDraftSchema, { id: z.string().check(z.minLength(1), z.maxLength(64)) });
export type OwnSet = z.infer<typeof ownSetSchema>;

/** Kept of the silence at either end, ms: an attack has something before it. */
const BREATH_MS = 100;
/** A track that has less sound than this stays as it is, ms. */
const LEAST_SOUND_MS = 1_000;

/** The part of a track in which it sounds: nobody under the mask is to wait for the end of a file's silence. */
function sounding({ durationMs, imported }: ListedTrack): Pick<Track, 'startsMs' | 'durationMs'> {
  if (imported === null) return { durationMs };
  const startsMs = Math.max(0, imported.silenceStartMs - BREATH_MS);
  const left = durationMs - startsMs - Math.max(0, imported.silenceEndMs - BREATH_MS);
  if (left < LEAST_SOUND_MS) return { durationMs };
  return startsMs === 0 ? { durationMs: left } : { startsMs, durationMs: left };
}

/** The entries as tracks, in their order; those that are not there (any more) are left out. */
export function tracksOfEntries(entries: readonly SetEntry[], all: readonly ListedTrack[]): Track[] {
  const known = new Map(all.map((track) => [track.id, track]));
  return entries.flatMap(({ trackId, phase, intensity }) => {
    const found = known.get(trackId);
    if (found === undefined || found.missing) return [];
    const { imported: _imported, missing: _missing, ...track } = found;
    return [{ ...track, ...sounding(found), phase, intensity }];
  });
}

/** The set as a session plays it; null where none of its tracks is there. */
export function playedSet(own: OwnSet, all: readonly ListedTrack[]): MusicSet | null {
  const tracks = tracksOfEntries(own.entries, all);
  return tracks.length === 0 ? null : { id: own.id, title: own.title, description: own.description, tracks };
}

/** A set among those that are offered, as staff choose from them. */
export type Marked<T> = T & {
  /** One patient's own: nobody else is to hear it. */
  readonly forOne: boolean;
};

/** The sets for staff to choose from: those for everybody first, then each patient's own, marked as such. */
export function markedSets<T extends { readonly set: Pick<MusicSet, 'id'> }>(
  offered: readonly T[],
  own: readonly Pick<OwnSet, 'id' | 'forOne'>[],
): readonly Marked<T>[] {
  const ofOne = new Set(own.flatMap(({ id, forOne }) => (forOne === true ? [id] : [])));
  const marked = offered.map((one) => ({ ...one, forOne: ofOne.has(one.set.id) }));
  return [...marked.filter(({ forOne }) => !forOne), ...marked.filter(({ forOne }) => forOne)];
}
