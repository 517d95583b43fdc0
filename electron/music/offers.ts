import type { Answer } from '../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import { playedSet, type OwnSet } from '../../shared/music/own-sets.ts';
import type { MusicSet, SessionMusic } from '../../shared/music/set.ts';
import { isLibrary, type Library, type LibraryProblem } from './library.ts';

/** A set that a session can be begun with, named by the hash of its content. */
export interface Offered {
  readonly musicHash: string;
  readonly set: MusicSet;
}

/** Puts content into one record; the answer is its hash. */
type Put = (music: SessionMusic) => Promise<Answer<string>>;

/** What a session could play now: the built-in sets, then the clinic's own, each with the bed that all share. */
export function playableSets(
  library: Library | LibraryProblem,
  own: readonly OwnSet[],
  tracks: () => readonly ListedTrack[],
): readonly SessionMusic[] {
  if (!isLibrary(library)) return [];
  const bed = library.sets[0]?.recovery;
  if (bed === undefined || own.length === 0) return library.sets;
  const all = tracks();
  const sets = own.flatMap((one) => playedSet(one, all) ?? []);
  return [...library.sets, ...sets.map((set) => ({ set, recovery: bed }))];
}

/**
 * Offers sets to sessions: what is playable is put into every record, once a content, so that a session can name the
 * version it plays. A set that was changed is a new content; a session that plays the old one keeps it. What a record
 * does not take is left out, and tried again when it is asked for next.
 */
export function createOffers(puts: readonly Put[], playable: () => readonly SessionMusic[]): () => Promise<Offered[]> {
  const known = new Map<string, string>();
  const hashOf = async (music: SessionMusic): Promise<string | null> => {
    const content = JSON.stringify(music);
    const before = known.get(content);
    if (before !== undefined) return before;
    let hash: string | null = null;
    for (const put of puts) {
      const answer = await put(music);
      if (!answer.ok) return null;
      hash = answer.data;
    }
    if (hash !== null) known.set(content, hash);
    return hash;
  };
  return async () => {
    const offered: Offered[] = [];
    for (const music of playable()) {
      const musicHash = music.set === null ? null : await hashOf(music);
      if (music.set !== null && musicHash !== null) offered.push({ musicHash, set: music.set });
    }
    return offered;
  };
}
