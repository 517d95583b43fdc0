import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Front } from '../front.ts';
import { systemTimers } from '../lights/timers.ts';
import type { RoomsKeeper } from '../rooms/rooms-keeper.ts';
import { tryBroker } from '../rooms/try-broker.ts';
import type { Handlers } from './server.ts';

type RoomsRequests = 'rooms.read' | 'rooms.try' | 'rooms.save';

/** Requests about the status between rooms: seen by everybody, since it names nobody; set up by the owner. */
export function roomsHandlers(front: Pick<Front, 'board'>, rooms: RoomsKeeper): Pick<Handlers, RoomsRequests> {
  let asking = new AbortController();
  const owner = (): Answer<Record<string, never>> => {
    const who = front.board.now.signedIn;
    if (who === null) return failure('refused', 'access.signInNeeded');
    return who.role === 'owner' ? success({}) : failure('refused', 'rooms.ownerOnly');
  };
  return {
    'rooms.read': async () => {
      const { on, broker } = rooms.setup();
      const setup = front.board.now.signedIn === null ? { on, broker: null } : { on, broker };
      return success({ setup, view: rooms.view() });
    },
    'rooms.try': async ({ broker, secret }) => {
      const may = owner();
      if (!may.ok) return may;
      asking.abort();
      asking = new AbortController();
      return tryBroker(broker, await rooms.passwordFor(broker, secret), systemTimers, asking.signal);
    },
    'rooms.save': async ({ setup, secret }) => {
      const may = owner();
      return may.ok ? rooms.save(setup, secret) : may;
    },
  };
}
