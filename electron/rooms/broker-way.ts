import type { RoomsBroker } from '../../shared/ipc/rooms.ts';
import type { ConnectionOf } from '../../shared/lights/lamps.ts';
import { ROOMS_TOPIC, type RoomGone, type RoomStatus } from '../../shared/rooms/room-status.ts';
import { MOST_BYTES } from '../../shared/rooms/room-status.ts';
import { openMqttWay, type MqttParts, type MqttWay } from '../lights/mqtt/way.ts';

/** A dozen rooms say some words a second at most; a broker that says more is not one that tells of rooms. */
const LIMITS = { bytes: 4 * MOST_BYTES, perSecond: 200 };

/** Where a PC says how its room stands. */
export const topicOf = (tag: string): string => `${ROOMS_TOPIC}/${tag}`;

/** A broker as the store of secrets knows it. */
export function connectionOf(broker: RoomsBroker): ConnectionOf<'mqtt'> {
  return { kind: 'mqtt', id: 'rooms', name: 'rooms', ...broker };
}

export function said(word: RoomStatus | { readonly v: 1; readonly gone: RoomGone['gone'] }): string {
  return JSON.stringify(word);
}

export interface BrokerWayParts extends Pick<MqttParts, 'now' | 'onMessage'> {
  readonly broker: RoomsBroker;
  readonly password: string | null;
  /** Says "lost" for this tag when the broker hears no more of us; null: nobody is to be missed. */
  readonly tag: string | null;
}

/** One connection to the clinic's broker that hears all rooms. Rejects with `LightError`; gives up on `signal`. */
export async function openBrokerWay(parts: BrokerWayParts, signal: AbortSignal): Promise<MqttWay> {
  const { host, encrypted, certificate, user } = parts.broker;
  const place = { host, usualPort: encrypted ? 8883 : 1883, encrypted, certificate };
  const will = parts.tag === null ? {} : { will: { topic: topicOf(parts.tag), payload: said({ v: 1, gone: 'lost' }) } };
  const { now, onMessage } = parts;
  const way = await openMqttWay(
    { place, user, password: parts.password },
    { limits: LIMITS, now, onMessage, ...will },
    signal,
  );
  try {
    await Promise.race([way.subscribe([`${ROOMS_TOPIC}/+`]), way.closed]);
    return way;
  } catch (problem) {
    void way.close().catch(() => undefined);
    throw problem;
  }
}
