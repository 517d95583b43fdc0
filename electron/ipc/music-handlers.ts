import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import type { OpenDesk } from '../desk.ts';
import type { Decoder } from '../music/import/decoder.ts';
import type { Importer } from '../music/import/importer.ts';
import { isLibrary, type Library, type LibraryProblem } from '../music/library.ts';
import type { OwnSets } from '../music/sets.ts';
import type { MusicStore } from '../music/store.ts';
import type { Handlers } from './server.ts';

type MusicRequests =
  | 'music.tracks'
  | 'music.bringIn'
  | 'music.report'
  | 'music.edit'
  | 'music.remove'
  | 'decoder.ready'
  | 'decoder.going'
  | 'decoder.done';

export interface MusicDesk {
  readonly library: Library | LibraryProblem;
  readonly store: MusicStore;
  readonly importer: Pick<Importer, 'lines' | 'run'>;
  /** What plays its tracks. */
  readonly ownSets: Pick<OwnSets, 'list'>;
  readonly decoder: Pick<Decoder, 'ready' | 'going' | 'done'>;
  /** Asks which files, or which folder, or takes what was dropped; empty where there is none. */
  readonly choose: (what: 'files' | 'folder' | 'dropped') => Promise<readonly string[]>;
  readonly desk: () => Answer<OpenDesk>;
}

/** Tracks or lines of one answer: at their longest they stay under the message limit. */
const PAGE = 100;

/** Requests about the music there is. */
export function musicHandlers(music: MusicDesk): Pick<Handlers, MusicRequests> {
  const { library, store, importer, decoder } = music;
  /** To change something, somebody has to be signed in and the room be free. */
  const mayChange = (): Answer<OpenDesk> => {
    const desk = music.desk();
    if (!desk.ok) return desk;
    if (desk.data.signedIn() === null) return failure('refused', 'access.signInNeeded');
    return desk.data.room.live === null ? desk : failure('refused', 'record.sessionRuns');
  };
  return {
    'music.tracks': async ({ from }) => {
      const all = tracksOf(library, store);
      return success({ tracks: all.slice(from, from + PAGE), total: all.length });
    },
    'music.bringIn': async ({ what }) => {
      const desk = mayChange();
      if (!desk.ok) return desk;
      // Somebody may look for files for as long as they like, so that the answer cannot wait for it.
      return desk.data.jobs.start('musicImport', async (hooks) => {
        const chosen = await music.choose(what);
        return chosen.length === 0 ? success({}) : importer.run(chosen, hooks);
      });
    },
    'music.report': async ({ from }) =>
      success({ lines: importer.lines.slice(from, from + PAGE), total: importer.lines.length }),
    'music.edit': async ({ id, edit }) => {
      const desk = mayChange();
      return desk.ok ? store.edit(id, edit) : desk;
    },
    'music.remove': async ({ id }) => {
      const desk = mayChange();
      if (!desk.ok) return desk;
      const user = music.ownSets.list().find(({ entries }) => entries.some(({ trackId }) => trackId === id));
      return user === undefined ? store.remove(id) : failure('refused', 'music.trackInSet', { title: user.title });
    },
    'decoder.ready': async () => {
      decoder.ready();
      return success({});
    },
    'decoder.going': async (going) => {
      decoder.going(going);
      return success({});
    },
    'decoder.done': async (decoded) => {
      decoder.done(decoded);
      return success({});
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
