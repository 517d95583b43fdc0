import type { ConnectionOf, Lamp } from '../../../shared/lights/lamps.ts';
import { keepOpen } from '../kept-open.ts';
import type { LinkParts, OpenLink } from '../link.ts';
import type { LightDriver } from '../port.ts';
import { entityLamp, type EntityParts } from './entity-lamp.ts';
import { afterEvent, UNHEARD } from './entity-news.ts';
import { findEntities } from './find.ts';
import type { Entities } from './messages.ts';
import type { HomeLogin } from './socket.ts';
import { openHomeWay, type HomeWay } from './way.ts';

const USUAL_PORT = 8123;
/** States of some dozens of lamps. */
const MAX_BYTES = 1024 * 1024;

/** One lamp, its entity, and what it does with what is said of it. */
interface Follower {
  readonly driver: LightDriver;
  readonly stop: () => void;
  /** Null for a lamp of another kind of connection. */
  readonly entity: string | null;
  /** A new connection: what was heard on the last one counts no more. */
  readonly forget: () => void;
  readonly heard: (news: Entities) => void;
}

/** A Home Assistant with the lights and switches that it knows. */
export const openHomeAssistant: OpenLink<ConnectionOf<'homeAssistant'>> = (connection, lamps, parts) => {
  const { timers, wall, onHealth, onLost } = parts;
  const { host, encrypted, certificate } = connection;
  const login: HomeLogin = { place: { host, usualPort: USUAL_PORT, encrypted, certificate }, token: parts.secret };

  const followers = lamps.map((lamp) =>
    follow(lamp, onLost, {
      timers,
      call: async (service, entity, data) => link.way().call(service, entity, data),
      connected: (signal) => link.soon(signal),
    }),
  );
  const entities = [...new Set(followers.flatMap(({ entity }) => entity ?? []))];

  const link = keepOpen<HomeWay>({
    timers,
    wall,
    open: (signal) => openHomeWay(login, { timers, maxBytes: MAX_BYTES }, signal),
    onOpen: (opened) => {
      for (const { forget } of followers) forget();
      const heard = (news: Entities): void => {
        for (const one of followers) one.heard(news);
      };
      // Where the token may not read states, the lamps still follow; only their own word is missing.
      void opened.follow(entities, heard).catch(() => undefined);
    },
    onHealth,
  });

  return {
    connectionId: connection.id,
    drivers: followers.map(({ driver }) => driver),
    health: link.health,
    find: (signal) => findEntities(login, timers, signal),
    close: async () => {
      for (const { stop } of followers) stop();
      await link.close();
    },
  };
};

function follow(lamp: Lamp, onLost: LinkParts['onLost'], parts: Omit<EntityParts, 'onMissed'>): Follower {
  const { target } = lamp;
  if (target.kind !== 'homeAssistant') return followNothing(lamp);
  let known = UNHEARD;
  const { driver, stop, heard } = entityLamp(lamp, target, { ...parts, onMissed: (code) => onLost(lamp.id, code) });
  return {
    driver,
    stop,
    entity: target.entity,
    forget: () => {
      known = UNHEARD;
    },
    heard: (news) => {
      const next = afterEvent(known, target.entity, news);
      if (next === known) return;
      known = next;
      heard(known);
    },
  };
}

function followNothing(lamp: Lamp): Follower {
  return {
    driver: {
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
      send: () => Promise.resolve({ kind: 'failed', code: 'otherKind' }),
    },
    stop: () => undefined,
    entity: null,
    forget: () => undefined,
    heard: () => undefined,
  };
}
