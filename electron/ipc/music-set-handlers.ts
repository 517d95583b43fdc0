import { randomUUID } from 'node:crypto';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import { playedSet, type OwnSet } from '../../shared/music/own-sets.ts';
import { musicTimeline } from '../../shared/music/timeline.ts';
import type { OpenDesk } from '../desk.ts';
import { isLibrary, type Library, type LibraryProblem } from '../music/library.ts';
import type { OwnSets } from '../music/sets.ts';
import type { Handlers } from './server.ts';

type SetRequests = 'music.ownSets' | 'music.timeline' | 'music.sets.save' | 'music.sets.remove';

/** All sets on offer go out in one message: this much is left to the clinic's own, characters. */
const ROOM_FOR_OWN = 200_000;

export interface SetParts {
  readonly library: Library | LibraryProblem;
  readonly own: OwnSets;
  readonly tracks: () => readonly ListedTrack[];
}

/** Requests about the clinic's own sets. To change one, somebody has to be signed in; a running session is not touched. */
export function musicSetHandlers(
  desk: () => Answer<Pick<OpenDesk, 'signedIn'> & { readonly protocols: Pick<OpenDesk['protocols'], 'fitted'> }>,
  parts: SetParts,
): Pick<Handlers, SetRequests> {
  const { library, own } = parts;
  const signed = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    if (!found.ok) return found;
    return found.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : work();
  };
  return {
    'music.ownSets': async () => {
      const bed = isLibrary(library) ? library.sets[0]?.recovery : undefined;
      return success({ sets: own.list(), bed: bed ?? null });
    },
    'music.timeline': async ({ plannedMs }) => {
      const found = desk();
      if (!found.ok) return found;
      const protocol = await found.data.protocols.fitted(plannedMs);
      if (!protocol.ok) return protocol;
      const spans = musicTimeline(protocol.data);
      return success({ spans: spans.map(({ phase, fromMs, untilMs }) => ({ phase, fromMs, untilMs })) });
    },
    'music.sets.save': (args) => signed(() => save(parts, args)),
    'music.sets.remove': ({ setId }) => signed(() => own.remove(setId)),
  };
}

async function save(
  { library, own, tracks }: SetParts,
  { setId, set }: RequestArgs<'music.sets.save'>,
): Promise<Answer<{ readonly setId: string }>> {
  const others = own.list().filter(({ id }) => id !== setId);
  if (setId !== null && others.length === own.list().length) return failure('refused', 'music.setUnknown');
  const titles = [...(isLibrary(library) ? library.catalog.sets : []), ...others].map(({ title }) => title);
  if (titles.some((title) => plain(title) === plain(set.title))) return failure('invalid', 'music.titleTaken');
  const saved: OwnSet = { ...set, id: setId ?? randomUUID() };
  const all = tracks();
  if (playedSet(saved, all) === null) return failure('refused', 'music.setSilent');
  const size = JSON.stringify([...others, saved].map((one) => playedSet(one, all))).length;
  if (size > ROOM_FOR_OWN) return failure('refused', 'music.setsFull');
  const written = await own.save(saved);
  return written.ok ? success({ setId: saved.id }) : written;
}

/** Two names that a nurse would read as the same. */
function plain(title: string): string {
  return title.trim().toLocaleLowerCase('en');
}
