import { createContext, useContext } from 'react';
import type { Client } from './client.ts';
import type { SessionStore } from './store.ts';
import type { WindowClock } from './window-clock.ts';

/** What every part of the room window is given. */
export interface Room {
  readonly client: Client;
  readonly clock: WindowClock;
  readonly store: SessionStore;
}

export const RoomContext = createContext<Room | null>(null);

/** The room of this window; throws outside of `RoomContext`. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('useRoom outside of RoomContext');
  return room;
}

/** The client, for requests that are not of a session. */
export function useClient(): Client {
  return useRoom().client;
}
