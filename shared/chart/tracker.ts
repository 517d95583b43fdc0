import type { SessionEvent } from '../session/event.ts';
import { followed, noTracks, type Tracks } from './tracks.ts';

/** Tracks by their list of events, for as long as somebody has it: several parts of a page show the same session. */
const foldedOnce = new WeakMap<readonly SessionEvent[], Tracks>();

/** Tracks of a list of events that grows: what was folded before is not folded again, unless it was written anew. */
export function createTracker(): (events: readonly SessionEvent[]) => Tracks {
  let known: readonly SessionEvent[] = [];
  let tracks = noTracks;
  return (events) => {
    const grew = known.length <= events.length && known.every((event, index) => event === events[index]);
    const fresh = grew ? events.slice(known.length) : events;
    tracks = foldedOnce.get(events) ?? fresh.reduce(followed, grew ? tracks : noTracks);
    foldedOnce.set(events, tracks);
    known = events;
    return tracks;
  };
}
