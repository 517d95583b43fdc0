import type { ConnectionOf } from '../../../shared/lights/lamps.ts';
import { keepOpen } from '../kept-open.ts';
import type { OpenLink } from '../link.ts';
import { findZigbee } from './find.ts';
import { follow } from './follow.ts';
import { openMqttWay, type MqttLogin, type MqttWay } from './way.ts';

/** Our topics carry hundreds of bytes; room for a talkative device, none for a flood. */
const LIMITS = { bytes: 256 * 1024, perSecond: 2_000 };

/**
 * An MQTT broker with the lamps behind it. QoS 1: the acknowledgement says that the broker has the message, and a message
 * that comes twice sets the same level twice; QoS 2 would cost two more trips for nothing.
 */
export const openMqtt: OpenLink<ConnectionOf<'mqtt'>> = (connection, lamps, parts) => {
  const { timers, wall, onHealth, onLost } = parts;
  const { host, encrypted, certificate, user } = connection;
  const login: MqttLogin = {
    place: { host, usualPort: encrypted ? 8883 : 1883, encrypted, certificate },
    user,
    password: parts.secret,
  };
  const followers = lamps.map((lamp) =>
    follow(lamp, {
      timers,
      onLost,
      publish: async (topic, payload) => link.way().publish(topic, payload),
      connected: (signal) => link.soon(signal),
    }),
  );
  const onMessage = (topic: string, payload: Buffer): void => {
    for (const one of followers) one.heard(topic, payload);
  };

  const link = keepOpen<MqttWay>({
    timers,
    wall,
    open: async (signal) => {
      const opened = await openMqttWay(login, { limits: LIMITS, now: timers.now, onMessage }, signal);
      // Where the broker lets us speak but not listen, the lamps still follow; only their own word is missing.
      void opened.subscribe([...new Set(followers.flatMap(({ topics }) => topics))]).catch(() => undefined);
      return opened;
    },
    onOpen: (opened) => {
      for (const [topic, payload] of followers.flatMap(({ asks }) => asks)) {
        void opened.publish(topic, payload).catch(() => undefined);
      }
    },
    onHealth,
  });

  return {
    connectionId: connection.id,
    drivers: followers.map(({ driver }) => driver),
    health: link.health,
    find: (signal) => findZigbee(login, timers, signal),
    close: async () => {
      for (const { stop } of followers) stop();
      await link.close();
    },
  };
};
