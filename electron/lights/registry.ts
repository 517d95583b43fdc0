import type { Connection, Lamp } from '../../shared/lights/lamps.ts';
import { needsSecret, zonesByHand, type LampHealth, type LightsSetup } from '../../shared/lights/setup.ts';
import type { ZoneName } from '../../shared/lights/scene.ts';
import { createHealthBoard, type HealthBoard } from './health-board.ts';
import type { Lights } from './lights.ts';
import type { LightLink, LinkParts } from './link.ts';
import { openConnection, type Openers } from './openers.ts';
import type { LightDriver, Timers } from './port.ts';
import type { LampSecrets } from './secrets.ts';

export interface LampRegistryParts {
  readonly openers: Openers;
  readonly setup: () => LightsSetup;
  readonly secrets: Pick<LampSecrets, 'get'>;
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  /** The room window's own light, always there. */
  readonly screen: LightDriver;
  /** The prompt for the zones without a lamp. */
  readonly byHand: (zones: readonly ZoneName[]) => LightDriver;
  /** All lamps of the room, which follow the session. */
  readonly lights: Pick<Lights, 'replace' | 'again' | 'lost'>;
  readonly onHealth: (view: LampHealth) => void;
  /** A fault that is ours or a library's, never a lamp's. */
  readonly onFault: (error: unknown) => void;
}

/** All lamps of this room: opens the ways to them as the settings say, and keeps the drivers in force. */
export interface LampRegistry {
  /** Brings what is open to what the settings say; the last of several calls counts. Never throws. */
  readonly apply: () => Promise<void>;
  readonly view: () => LampHealth;
  /** How a scene ended at each lamp. */
  readonly outcomes: HealthBoard['outcomes'];
  /** The open way to a connection's lamps; null where it is not open. */
  readonly link: (connectionId: string) => LightLink | null;
  /**
   * Opens a lamp that is not saved, or a saved one in another form, to be looked at; null ends that. Scenes go to saved
   * lamps only. The driver, or null where its connection is not open.
   */
  readonly trial: (lamp: Lamp | null) => Promise<LightDriver | null>;
  /** Gives up everything; lamps stay as they are. */
  readonly close: () => Promise<void>;
}

/** A link, and what it was opened for. */
interface Opened {
  readonly connection: Connection;
  readonly lamps: readonly Lamp[];
  readonly secret: string | null;
  readonly link: LightLink;
}

/** A link that does not close is left behind after this long, ms. */
const CLOSE_LIMIT_MS = 2_000;

export function createLampRegistry(parts: LampRegistryParts): LampRegistry {
  const { setup, timers } = parts;
  const open = new Map<string, Opened>();
  const health = createHealthBoard(setup, parts.wall, parts.onHealth);
  let trial: Lamp | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const lampsOf = (connectionId: string): readonly Lamp[] => {
    const saved = setup().lamps.filter((lamp) => lamp.connectionId === connectionId);
    if (trial === null || trial.connectionId !== connectionId) return saved;
    const tried = trial;
    const others = saved.filter(({ id }) => id !== tried.id);
    return others.length === saved.length
      ? [...saved, tried]
      : saved.map((lamp) => (lamp.id === tried.id ? tried : lamp));
  };

  const drivers = (): readonly LightDriver[] => {
    const saved = setup().lamps;
    const ofLamps = saved.flatMap((lamp) => {
      const found = open.get(lamp.connectionId)?.link.drivers.find(({ id }) => id === lamp.id);
      return [found ?? notOpen(lamp)];
    });
    const byHand = zonesByHand(saved);
    return [parts.screen, ...ofLamps, ...(byHand.length === 0 ? [] : [parts.byHand(byHand)])];
  };

  const closeOne = async (connectionId: string): Promise<void> => {
    const one = open.get(connectionId);
    if (one === undefined) return;
    open.delete(connectionId);
    await withinLimit(timers, CLOSE_LIMIT_MS, one.link.close(), parts.onFault);
  };

  const openOne = (connection: Connection, lamps: readonly Lamp[], secret: string | null): void => {
    if (needsSecret(connection) && secret === null)
      return health.link(connection.id, { kind: 'lost', since: parts.wall(), code: 'secretNeeded' });
    let link: LightLink | null = null;
    // Words of a link that was given up since say nothing of the one in its place.
    const current = (): boolean => link !== null && open.get(connection.id)?.link === link;
    const linkParts: LinkParts = {
      timers,
      wall: parts.wall,
      secret,
      onHealth: (next) => {
        if (!current()) return;
        const before = health.of(connection.id);
        health.link(connection.id, next);
        if (before?.kind === 'lost' && next.kind !== 'lost') parts.lights.again(lamps.map(({ id }) => id));
      },
      onLost: (lampId, code) => {
        if (!current()) return;
        health.lost(lampId, code);
        parts.lights.lost(lampId, code);
      },
    };
    try {
      link = openConnection(parts.openers, connection, lamps, linkParts);
    } catch (error) {
      // A driver's fault costs its own lamps and no others.
      parts.onFault(error);
      return health.link(connection.id, { kind: 'lost', since: parts.wall(), code: 'notOpen' });
    }
    if (link === null) return health.link(connection.id, { kind: 'lost', since: parts.wall(), code: 'kindUnknown' });
    open.set(connection.id, { connection, lamps, secret, link });
    health.link(connection.id, link.health());
  };

  const bring = async (): Promise<void> => {
    if (closed) return;
    const { connections } = setup();
    const wanted = new Set(connections.map(({ id }) => id));
    for (const id of open.keys()) {
      if (wanted.has(id)) continue;
      await closeOne(id);
      health.forget(id);
    }
    for (const connection of connections) {
      const lamps = lampsOf(connection.id);
      const secret = needsSecret(connection) ? await parts.secrets.get(connection) : null;
      const before = open.get(connection.id);
      if (before !== undefined && serves(before, connection, lamps, secret)) continue;
      await closeOne(connection.id);
      openOne(connection, lamps, secret);
    }
    const names = new Map(setup().lamps.map(({ id, name }) => [id, name]));
    parts.lights.replace(drivers(), (id) => names.get(id) ?? null);
    parts.onHealth(health.view());
  };

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work).catch(parts.onFault);
    queue = done;
    return done;
  };

  return {
    apply: () => inTurn(bring),
    view: health.view,
    outcomes: health.outcomes,
    link: (connectionId) => open.get(connectionId)?.link ?? null,
    trial: async (lamp) => {
      if (JSON.stringify(lamp) !== JSON.stringify(trial)) {
        trial = lamp;
        await inTurn(bring);
      }
      if (lamp === null) return null;
      return open.get(lamp.connectionId)?.link.drivers.find(({ id }) => id === lamp.id) ?? null;
    },
    close: () =>
      inTurn(async () => {
        closed = true;
        await Promise.all([...open.keys()].map(closeOne));
      }),
  };
}

/**
 * Whether an open link still does: the same way, and every wanted lamp in the same form. One lamp less is no reason to
 * open it anew, since that may move the light of the others.
 */
function serves(open: Opened, connection: Connection, lamps: readonly Lamp[], secret: string | null): boolean {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return (
    same(open.connection, connection) &&
    open.secret === secret &&
    lamps.every((lamp) => open.lamps.some((one) => same(one, lamp)))
  );
}

/** A lamp whose connection could not be opened: every scene ends at once, and is told. */
function notOpen({ id, zone }: Lamp): LightDriver {
  return {
    id,
    capabilities: { zones: [zone], kelvin: null, ownFades: true, minimumLevel: 0 },
    send: () => Promise.resolve({ kind: 'failed', code: 'notOpen' }),
  };
}

async function withinLimit(
  timers: Timers,
  limitMs: number,
  work: Promise<void>,
  onFault: (error: unknown) => void,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = timers.after(limitMs, resolve);
    void work.catch(onFault).then(() => {
      cancel();
      resolve();
    });
  });
}
