import { success } from '../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import { isLibrary, type Library, type LibraryProblem } from '../music/library.ts';
import type { MusicStore } from '../music/store.ts';
import type { Handlers } from './server.ts';

type MusicRequests = 'music.tracks';

/** Tracks of one answer: at their longest they stay under the message limit. */
const PAGE = 100;

/** Requests about the music there is; they need no open record. */
export function musicHandlers(library: Library | LibraryProblem, store: MusicStore): Pick<Handlers, MusicRequests> {
  return {
    'music.tracks': async ({ from }) => {
      const all = tracksOf(library, store);
      return success({ tracks: all.slice(from, from + PAGE), total: all.length });
    },
  };
}

/** All tracks there are: those built in, the recovery bed the last of them, then the clinic's own. */
export function tracksOf(library: Library | LibraryProblem, store: MusicStore): ListedTrack[] {
  const builtIn = isLibrary(library)
    ? [
        ...library.catalog.sets.flatMap(({ tracks }) => tracks),
        ...library.sets.slice(0, 1).map(({ recovery }) => recovery),
      ]
    : [];
  return [
    ...builtIn.map((track) => ({ ...track, imported: null, missing: false })),
    ...store.tracks().map((track) => ({ ...track, missing: store.isMissing(track.id) })),
  ];
}
