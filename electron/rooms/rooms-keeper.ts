import { createHash } from 'node:crypto';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RoomsBroker, RoomsSetup, RoomsView } from '../../shared/ipc/rooms.ts';
import type { LinkHealth } from '../../shared/lights/lamps.ts';
import { BEAT_MS, type RoomStatus } from '../../shared/rooms/room-status.ts';
import {
  allLost,
  hear,
  noRooms,
  sameNames,
  shownRooms,
  swept,
  type RoomsBoard,
} from '../../shared/rooms/rooms-board.ts';
import { idleStatus, statusOf } from '../../shared/rooms/status-of.ts';
import type { Timers } from '../lights/port.ts';
import type { LampSecrets } from '../lights/secrets.ts';
import type { SessionRunner } from '../session/runner.ts';
import type { SettingsStore } from '../settings.ts';
import { connectionOf } from './broker-way.ts';
import { openRoomsLink, type RoomsLink } from './rooms-link.ts';

/** A session as far as this is concerned. */
export type Told = Pick<SessionRunner, 'ahead' | 'protocol' | 'clock'>;
type Done = Answer<Record<string, never>>;

export interface RoomsKeeperParts {
  readonly settings: Pick<SettingsStore, 'pc' | 'read' | 'rooms' | 'setRooms'>;
  readonly secrets: Pick<LampSecrets, 'get' | 'set' | 'remove'>;
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  /** To the nurse's window. */
  readonly show: (view: RoomsView) => void;
  readonly onFault: (error: unknown) => void;
}

/** The status between rooms: nothing of it is asked for by a session, and nothing of it can hold one up. */
export interface RoomsKeeper {
  readonly setup: () => RoomsSetup;
  readonly view: () => RoomsView;
  /** Brings what is open to what the settings say; never throws. */
  readonly apply: () => Promise<void>;
  /** The live session, after each of its events. */
  readonly follow: (live: Told | null) => void;
  /** A password of null keeps the one that is there. */
  readonly save: (setup: RoomsSetup, secret: string | null) => Promise<Done>;
  /** The password that would be used for this broker. */
  readonly passwordFor: (broker: RoomsBroker, secret: string | null) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** Presses that follow each other are told as one, and words of others shown as one, ms. */
const TOGETHER_MS = 200;
const off: LinkHealth = { kind: 'starting' };

/** @see RoomsKeeper */
export function createRooms(parts: RoomsKeeperParts): RoomsKeeper {
  const { settings, secrets, timers } = parts;
  const tag = createHash('sha256').update(`stillroom rooms ${settings.pc}`).digest('hex').slice(0, 16);
  let board: RoomsBoard = noRooms;
  let link: RoomsLink | null = null;
  let opened = '';
  let live: Told | null = null;
  /** A session went on where it was when the app let go of it: "no session" would not be true. */
  let letGo = false;
  /** What is told of the broker while none is open. */
  let without: LinkHealth = off;
  let queue: Promise<unknown> = Promise.resolve();

  const word = (): RoomStatus | null => {
    if (letGo) return null;
    const room = settings.read().roomName;
    try {
      return live === null ? idleStatus(room) : statusOf(room, live.ahead, live.protocol, live.clock.now());
    } catch (error) {
      // The others hear nothing then, and say so.
      parts.onFault(error);
      return null;
    }
  };
  const view = (): RoomsView => {
    const rooms = shownRooms(board, timers.now());
    return {
      ...{ on: isOn(settings.rooms()), health: link?.health() ?? without, ignored: board.ignored },
      rooms: rooms.map((room) => ({ ...room })),
      sameNames: rooms.length === 0 ? [] : [...sameNames(rooms, idleStatus(settings.read().roomName).room)],
    };
  };
  const show = together(timers, () => parts.show(view()));
  const tell = together(timers, () => link?.tell());

  let cancelBeat: (() => void) | null = null;
  const beat = (): void => {
    cancelBeat = timers.after(BEAT_MS, beat);
    board = swept(board, timers.now());
    show();
  };

  const shut = async (): Promise<void> => {
    const before = link;
    link = null;
    cancelBeat?.();
    await before?.close(live === null && !letGo ? 'closed' : 'lost');
  };

  const bring = async (): Promise<void> => {
    const { on, broker } = settings.rooms();
    const password = broker === null || broker.user === null ? null : await secrets.get(connectionOf(broker));
    const locked = on && broker !== null && broker.user !== null && password === null;
    without = locked ? { kind: 'lost', since: parts.wall(), code: 'secretNeeded' } : off;
    const wanted = on && !locked && broker !== null ? JSON.stringify([broker, password]) : '';
    if (wanted === opened) return show();
    await shut();
    opened = wanted;
    board = noRooms;
    if (wanted !== '' && broker !== null) {
      const own = openRoomsLink({
        ...{ broker, password, tag, timers, wall: parts.wall, word },
        onMessage: (message) => {
          const before = board;
          board = hear(before, message, tag, timers.now());
          if (board !== before) show();
        },
        onHealth: (health) => {
          if (health.kind !== 'ok') board = allLost(board, timers.now());
          show();
        },
      });
      link = own;
      cancelBeat = timers.after(BEAT_MS, beat);
    }
    show();
  };
  const apply = (): Promise<void> => {
    const done = queue.then(bring).catch(parts.onFault);
    queue = done;
    return done;
  };

  const secure = async (broker: RoomsBroker, secret: string | null): Promise<Done> => {
    const connection = connectionOf(broker);
    if (broker.user === null) return secrets.remove(connection.id);
    if (secret !== null) return secrets.set(connection, secret);
    return (await secrets.get(connection)) === null ? failure('refused', 'rooms.secretNeeded') : success({});
  };

  return {
    setup: settings.rooms,
    view,
    apply,
    follow: (next) => {
      letGo = next === null && live !== null && !isOver(live);
      live = next;
      tell();
    },
    save: async (setup, secret) => {
      if (setup.on && setup.broker === null) return failure('invalid', 'rooms.brokerMissing', {}, 'host');
      const secured = setup.broker === null ? success({}) : await secure(setup.broker, secret);
      if (!secured.ok) return secured;
      try {
        settings.setRooms(setup);
      } catch {
        return failure('unsaved', 'rooms.notKept');
      }
      await apply();
      return success({});
    },
    passwordFor: async (broker, secret) =>
      broker.user === null ? null : (secret ?? (await secrets.get(connectionOf(broker)))),
    close: () => {
      const done = queue.then(shut).catch(parts.onFault);
      queue = done;
      return done;
    },
  };
}

function isOn({ on, broker }: RoomsSetup): boolean {
  return on && broker !== null;
}

function isOver({ ahead }: Told): boolean {
  return ahead.phase === 'finished' || ahead.phase === 'notGiven' || ahead.phase === 'draft';
}

/** Runs `work` at once, and not again before `TOGETHER_MS` have passed: what comes meanwhile is done once, then. */
function together(timers: Timers, work: () => void): () => void {
  let waiting = false;
  let again = false;
  const run = (): void => {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    timers.after(TOGETHER_MS, () => {
      waiting = false;
      if (!again) return;
      again = false;
      run();
    });
    work();
  };
  return run;
}
