import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Connection, Lamp } from '../../shared/lights/lamps.ts';
import {
  fitsConnection,
  MOST_CONNECTIONS,
  MOST_LAMPS,
  needsSecret,
  type LightsSetup,
} from '../../shared/lights/setup.ts';
import type { Openers } from './openers.ts';
import type { LampRegistry } from './registry.ts';
import type { LampSecrets } from './secrets.ts';

type Done = Answer<Record<string, never>>;

export interface LampKeeperParts {
  readonly settings: { readonly lights: () => LightsSetup; readonly setLights: (setup: LightsSetup) => void };
  readonly secrets: LampSecrets;
  readonly registry: Pick<LampRegistry, 'apply'>;
  readonly openers: Openers;
  readonly newId: () => string;
}

/** Changes which lamps this room has. What is refused or cannot be kept changes nothing. */
export interface LampKeeper {
  /** A secret of null keeps the one that is there, where it was given for this. */
  readonly saveConnection: (
    connection: Connection,
    isNew: boolean,
    secret: string | null,
  ) => Promise<Answer<{ readonly connectionId: string }>>;
  readonly setSecret: (connectionId: string, secret: string) => Promise<Done>;
  /** With its lamps and its secret. */
  readonly removeConnection: (connectionId: string) => Promise<Done>;
  readonly saveLamp: (lamp: Lamp, isNew: boolean) => Promise<Answer<{ readonly lampId: string }>>;
  readonly removeLamp: (lampId: string) => Promise<Done>;
  readonly setLeaving: (leaving: LightsSetup['leaving']) => Promise<Done>;
}

export function createLampKeeper(parts: LampKeeperParts): LampKeeper {
  const { settings, secrets } = parts;
  let queue: Promise<unknown> = Promise.resolve();
  /** One change at a time, each on what the one before left. */
  const inTurn = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  const keep = (change: Partial<LightsSetup>): Done => {
    try {
      settings.setLights({ ...settings.lights(), ...change });
    } catch {
      return failure('unsaved', 'lights.notKept');
    }
    void parts.registry.apply();
    return success({});
  };

  const saveConnection = async (
    given: Connection,
    isNew: boolean,
    secret: string | null,
  ): Promise<Answer<{ readonly connectionId: string }>> => {
    const { connections } = settings.lights();
    const connection = isNew ? { ...given, id: parts.newId() } : given;
    const known = connections.some(({ id, kind }) => id === given.id && kind === given.kind);
    if (!isNew && !known) return failure('refused', 'lights.connectionUnknown');
    if (parts.openers[given.kind] === undefined) return failure('refused', 'lights.kindUnknown');
    if (isNew && connections.length >= MOST_CONNECTIONS) return failure('refused', 'lights.tooMany');
    const secured = await secure(connection, secret);
    if (!secured.ok) return secured;
    const next = isNew
      ? [...connections, connection]
      : connections.map((one) => (one.id === connection.id ? connection : one));
    const kept = keep({ connections: next });
    return kept.ok ? success({ connectionId: connection.id }) : kept;
  };

  const secure = async (connection: Connection, secret: string | null): Promise<Done> => {
    if (!needsSecret(connection)) return secrets.remove(connection.id);
    if (secret !== null) return secrets.set(connection, secret);
    const isThere = (await secrets.get(connection)) !== null;
    return isThere ? success({}) : failure('refused', 'lights.secretNeeded');
  };

  const saveLamp = async (given: Lamp, isNew: boolean): Promise<Answer<{ readonly lampId: string }>> => {
    const { connections, lamps } = settings.lights();
    const lamp = isNew ? { ...given, id: parts.newId() } : given;
    const connection = connections.find(({ id }) => id === lamp.connectionId);
    if (connection === undefined) return failure('refused', 'lights.connectionUnknown');
    if (!isNew && lamps.every(({ id }) => id !== lamp.id)) return failure('refused', 'lights.lampUnknown');
    if (!fitsConnection(lamp, connection)) return failure('invalid', 'lights.otherKind');
    if (lamp.kelvin !== null && lamp.kelvin.min > lamp.kelvin.max) return failure('invalid', 'lights.kelvinOrder');
    if (isNew && lamps.length >= MOST_LAMPS) return failure('refused', 'lights.tooMany');
    const others = lamps.filter(({ id }) => id !== lamp.id);
    if (others.some((one) => isSameLamp(one, lamp))) return failure('refused', 'lights.lampTwice');
    const kept = keep({ lamps: isNew ? [...lamps, lamp] : lamps.map((one) => (one.id === lamp.id ? lamp : one)) });
    return kept.ok ? success({ lampId: lamp.id }) : kept;
  };

  return {
    saveConnection: (connection, isNew, secret) => inTurn(() => saveConnection(connection, isNew, secret)),
    setSecret: (connectionId, secret) =>
      inTurn(async () => {
        const connection = settings.lights().connections.find(({ id }) => id === connectionId);
        if (connection === undefined) return failure('refused', 'lights.connectionUnknown');
        if (!needsSecret(connection)) return failure('refused', 'lights.noSecret');
        const kept = await secrets.set(connection, secret);
        if (kept.ok) void parts.registry.apply();
        return kept;
      }),
    removeConnection: (connectionId) =>
      inTurn(async () => {
        const { connections, lamps } = settings.lights();
        // First the secret: cut short between the two, there is a connection that asks for it, never one nobody knows of.
        const forgotten = await secrets.remove(connectionId);
        if (!forgotten.ok) return forgotten;
        return keep({
          connections: connections.filter(({ id }) => id !== connectionId),
          lamps: lamps.filter((lamp) => lamp.connectionId !== connectionId),
        });
      }),
    saveLamp: (lamp, isNew) => inTurn(() => saveLamp(lamp, isNew)),
    removeLamp: (lampId) =>
      inTurn(async () => keep({ lamps: settings.lights().lamps.filter(({ id }) => id !== lampId) })),
    setLeaving: (leaving) => inTurn(async () => keep({ leaving })),
  };
}

function isSameLamp(one: Lamp, other: Lamp): boolean {
  return one.connectionId === other.connectionId && JSON.stringify(one.target) === JSON.stringify(other.target);
}
