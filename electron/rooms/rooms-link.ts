import type { RoomsBroker } from '../../shared/ipc/rooms.ts';
import type { LinkHealth } from '../../shared/lights/lamps.ts';
import { BEAT_MS, MOST_BYTES, type RoomGone, type RoomStatus } from '../../shared/rooms/room-status.ts';
import type { RoomMessage } from '../../shared/rooms/rooms-board.ts';
import { keepOpen } from '../lights/kept-open.ts';
import type { MqttWay } from '../lights/mqtt/way.ts';
import type { Timers } from '../lights/port.ts';
import { openBrokerWay, said, topicOf } from './broker-way.ts';

export interface RoomsLinkParts {
  readonly broker: RoomsBroker;
  readonly password: string | null;
  /** This PC, on the broker. */
  readonly tag: string;
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  /** What this room says now; null where it has nothing that would be true. */
  readonly word: () => RoomStatus | null;
  readonly onMessage: (message: RoomMessage) => void;
  readonly onHealth: (health: LinkHealth) => void;
}

/** This room at the clinic's broker: says how it stands and hears the others. Never throws. */
export interface RoomsLink {
  readonly health: () => LinkHealth;
  /** Says it at once. */
  readonly tell: () => void;
  /** Says a last word where it can, and gives up the connection. */
  readonly close: (last: RoomGone['gone']) => Promise<void>;
}

/** So many words without the broker's answer: it is not one that hands anything on. */
const MOST_OPEN = 3;
/** A goodbye is not waited for longer than this, ms. */
const GOODBYE_MS = 500;

export function openRoomsLink(parts: RoomsLinkParts): RoomsLink {
  const { timers, wall, tag, word } = parts;
  let open = 0;
  let cancelBeat: (() => void) | null = null;

  const say = async (way: MqttWay, text: string): Promise<void> => {
    open += 1;
    // That nobody listens is no trouble, and a lost connection tells itself.
    await way.publish(topicOf(tag), text).catch(() => undefined);
    open -= 1;
  };
  const standing = (): MqttWay | null => {
    try {
      return link.way();
    } catch {
      return null;
    }
  };
  const tell = (): void => {
    const way = standing();
    const now = word();
    if (way === null || now === null) return;
    if (open >= MOST_OPEN) void way.close().catch(() => undefined);
    else void say(way, said(now));
  };
  const beat = (): void => {
    cancelBeat?.();
    cancelBeat = timers.after(BEAT_MS, beat);
    tell();
  };

  const link = keepOpen<MqttWay>({
    timers,
    wall,
    open: (signal) =>
      openBrokerWay(
        {
          ...{ broker: parts.broker, password: parts.password, tag, now: timers.now },
          onMessage: (topic, payload, retained) => {
            // What is too long is not even made into text.
            const text = payload.length > MOST_BYTES ? '' : payload.toString('utf8');
            parts.onMessage({ topic, text, retained });
          },
        },
        signal,
      ),
    onOpen: (way) => {
      open = 0;
      const now = word();
      if (now !== null) void say(way, said(now));
    },
    onHealth: parts.onHealth,
  });
  cancelBeat = timers.after(BEAT_MS, beat);

  return {
    health: link.health,
    tell,
    close: async (last) => {
      cancelBeat?.();
      const way = standing();
      if (way !== null) {
        const limit = new Promise<void>((resolve) => void timers.after(GOODBYE_MS, resolve));
        await Promise.race([say(way, said({ v: 1, gone: last })), limit]);
      }
      await link.close();
    },
  };
}
