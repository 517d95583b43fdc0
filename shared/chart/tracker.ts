import type { SessionEvent } from '../session/event.ts';
import { followed, noTracks, type Tracks } from './tracks.ts';

/** Tracks of a list of events that grows: what was folded before is not folded again, unless it was written anew. */
export function createTracker(): (events: readonly SessionEvent[]) => Tracks {
  let known: readonly SessionEvent[] = [];
  let tracks = noTracks;
  return (events) => {
    const grew = known.length <= events.length && known.every((event, index) => event === events[index]);
    const fresh = grew ? events.slice(known.length) : events;
    tracks = fresh.reduce(followed, grew ? tracks : noTracks);
    known = events;
    return tracks;
  };
}
