import { useEffect, useState } from 'react';
import type { RoomsView } from '../../shared/ipc/rooms.ts';
import { useClient } from '../client/room-context.ts';

/** The other rooms as main told of them last, and when, by this window's own monotonic clock. */
export interface ToldRooms {
  readonly view: RoomsView;
  readonly at: number;
}

/** Null until main has told. */
export function useRooms(): ToldRooms | null {
  const client = useClient();
  const [told, setTold] = useState<ToldRooms | null>(null);
  useEffect(() => {
    const tell = (view: RoomsView): void => setTold({ view, at: performance.now() });
    const end = client.onPush('rooms', tell);
    void client.request('rooms.read', {}).then((answer) => {
      // A push that came meanwhile is newer.
      if (answer.ok) setTold((old) => old ?? { view: answer.data.view, at: performance.now() });
    });
    return end;
  }, [client]);
  return told;
}
