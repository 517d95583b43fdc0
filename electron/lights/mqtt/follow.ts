import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import type { LinkParts } from '../link.ts';
import type { LightDriver } from '../port.ts';
import { readAvailability, readNumber, readState } from './news.ts';
import { plainLamp, type PlainParts } from './plain-lamp.ts';
import { zigbeeLamp } from './zigbee-lamp.ts';

/** One lamp of a broker and what it listens to. */
export interface Follower {
  readonly driver: LightDriver;
  /** Drops what the lamp still had to do. */
  readonly stop: () => void;
  /** Topics to subscribe to. */
  readonly topics: readonly string[];
  /** Topic and payload that ask the lamp where it stands. */
  readonly asks: readonly (readonly [topic: string, payload: string])[];
  /** A message of any topic; those that are not its own, and nonsense, are passed over. */
  readonly heard: (topic: string, payload: Buffer) => void;
}

export interface FollowParts extends Omit<PlainParts, 'onMissed'> {
  readonly onLost: LinkParts['onLost'];
}

/** A lamp that is told, and heard, by topics. */
export function follow(lamp: Lamp, parts: FollowParts): Follower {
  const { target } = lamp;
  if (target.kind === 'zigbee2mqtt') return followZigbee(lamp, target, parts);
  if (target.kind === 'plainMqtt') return followPlain(lamp, target, parts);
  return followNothing(lamp);
}

function followZigbee(lamp: Lamp, target: TargetOf<'zigbee2mqtt'>, parts: FollowParts): Follower {
  const { topic } = target;
  const availability = `${topic}/availability`;
  const bridges = bridgesOf(topic);
  const reachable = new Map<string, boolean>();
  const awayCode = (): string | null => {
    if (bridges.some((bridge) => reachable.get(bridge) === false)) return 'bridgeAway';
    return reachable.get(availability) === false ? 'lampOutOfReach' : null;
  };
  const onMissed = (code: string): void => parts.onLost(lamp.id, code);
  const lit = zigbeeLamp(lamp, target, { ...parts, awayCode, onMissed });
  return {
    driver: lit.driver,
    stop: lit.stop,
    topics: [topic, availability, ...bridges],
    asks: [[`${topic}/get`, '{"state":""}']],
    heard: (from, payload) => {
      if (from === topic) {
        const news = readState(payload);
        if (news !== null) lit.heard(news);
      } else if (from === availability || bridges.includes(from)) {
        const before = awayCode();
        const online = readAvailability(payload);
        if (online !== null) reachable.set(from, online);
        const now = awayCode();
        if (before === null && now !== null) onMissed(now);
      }
    },
  };
}

function followPlain(lamp: Lamp, target: TargetOf<'plainMqtt'>, parts: FollowParts): Follower {
  const { stateTopic } = target;
  const dimmer = plainLamp(lamp, target, { ...parts, onMissed: (code) => parts.onLost(lamp.id, code) });
  return {
    driver: dimmer.driver,
    stop: dimmer.stop,
    topics: stateTopic === null ? [] : [stateTopic],
    asks: [],
    heard: (from, payload) => {
      const number = from === stateTopic ? readNumber(payload) : null;
      if (number !== null) dimmer.heard(number);
    },
  };
}

/** A lamp of another kind of connection has no way through a broker. */
function followNothing(lamp: Lamp): Follower {
  const driver: LightDriver = {
    id: lamp.id,
    capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
    send: () => Promise.resolve({ kind: 'failed', code: 'otherKind' }),
  };
  return { driver, stop: () => undefined, topics: [], asks: [], heard: () => undefined };
}

/** Where a Zigbee2MQTT says whether it runs: under its base topic, which is some beginning of the lamp's own. */
function bridgesOf(topic: string): readonly string[] {
  const levels = topic.split('/');
  return levels.slice(0, -1).map((_, at) => `${levels.slice(0, at + 1).join('/')}/bridge/state`);
}
