import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { ListedTrack } from '../../shared/music/library.ts';
import { useClient } from '../client/room-context.ts';

export interface AllTracks {
  /** Null until the last page is here. */
  readonly tracks: readonly ListedTrack[] | null;
  readonly failure: Failure | null;
}

/** Every track there is, asked for page by page. */
export function useAllTracks(): AllTracks {
  const client = useClient();
  const [state, setState] = useState<AllTracks>({ tracks: null, failure: null });
  useEffect(() => {
    let ended = false;
    const load = async (): Promise<AllTracks> => {
      const seen: ListedTrack[] = [];
      for (let total = 1; seen.length < total;) {
        const answer = await client.request('music.tracks', { from: seen.length });
        if (!answer.ok) return { tracks: null, failure: answer };
        seen.push(...answer.data.tracks);
        // A page without tracks is the end, whatever the total says.
        total = answer.data.tracks.length === 0 ? 0 : answer.data.total;
      }
      return { tracks: seen, failure: null };
    };
    void load().then((loaded) => {
      if (!ended) setState(loaded);
    });
    return () => {
      ended = true;
    };
  }, [client]);
  return state;
}
