import type { ConnectionOf, Lamp, LinkHealth } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { LightError } from '../limited.ts';
import { FULL_LIMIT_MS } from '../line.ts';
import type { LightLink, LinkParts, OpenLink } from '../link.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';
import { pause } from '../within.ts';
import { hueBridge, type HueBridge } from './bridge.ts';
import { findHue } from './find.ts';
import { hueMessage } from './message.ts';
import { createPacing, fullPace, ordinaryPace, type Pacing } from './pacing.ts';
import { watchBridge } from './watch.ts';

/** The emergency asks a busy bridge again after this long, within the time that it has, ms. */
const BUSY_AGAIN_MS = 60;
const BUSY_TRIES = 4;
/** Longest time for one ordinary command, ms. */
const COMMAND_LIMIT_MS = 4_000;

interface Ways {
  readonly bridge: HueBridge;
  readonly timers: Timers;
  readonly ordinary: Pacing;
  readonly emergency: Pacing;
}

/** A way to the lamps of one Hue bridge, by CLIP v2. The secret is the application key of the pairing. */
export const openHue: OpenLink<ConnectionOf<'hue'>> = (connection, lamps, parts) => {
  if (parts.secret === null) return unpaired(connection.id, lamps, parts);
  const { timers } = parts;
  const bridge = hueBridge(connection, parts.secret, timers);
  const ordinary = createPacing(timers, ordinaryPace);
  const emergency = createPacing(timers, fullPace);
  let health: LinkHealth = { kind: 'starting' };

  const become = (next: LinkHealth): void => {
    health = next;
    parts.onHealth(next);
  };
  const watch = watchBridge({
    bridge,
    timers,
    onOpen: () => become({ kind: 'ok' }),
    onLost: (code) => {
      const known = health.kind === 'lost' ? health : null;
      if (known?.code !== code) become({ kind: 'lost', since: known?.since ?? parts.wall(), code });
    },
    onReports: () => undefined,
  });

  return {
    connectionId: connection.id,
    drivers: lamps.map((lamp) => hueDriver(lamp, { bridge, timers, ordinary, emergency })),
    health: () => health,
    find: (signal) => findHue(bridge, signal),
    close: async () => {
      watch.stop();
      ordinary.drop();
      emergency.drop();
      bridge.close();
    },
  };
};

function hueDriver(lamp: Lamp, { bridge, timers, ordinary, emergency }: Ways): LightDriver {
  const { target } = lamp;
  if (target.kind !== 'hue') return brokenDriver(lamp, 'noSuchLamp');

  const send = (scene: Scene, fadeMs: number, pacing: Pacing, signal: AbortSignal): Promise<Outcome> => {
    const wish = scene.zones.find(({ zone }) => zone === lamp.zone);
    if (wish === undefined) return Promise.resolve({ kind: 'failed', code: 'noZone' });
    const message = hueMessage(lamp, wish, fadeMs);
    const run =
      pacing === emergency
        ? untilTaken(timers, (until) => bridge.put(target, message, FULL_LIMIT_MS, until))
        : (until: AbortSignal) => bridge.put(target, message, COMMAND_LIMIT_MS, until);
    return pacing.send({ lampId: lamp.id, lane: target.resource, says: JSON.stringify(message), signal, run });
  };

  return {
    id: lamp.id,
    capabilities: capabilitiesOf(lamp),
    send: (scene, fadeMs, signal) => send(scene, fadeMs, ordinary, signal),
    full: (scene, signal) => {
      ordinary.drop();
      return send(scene, 0, emergency, signal);
    },
  };
}

type Put = (signal: AbortSignal) => Promise<Outcome>;

/** Asks a busy bridge again, a few times, or until the signal says that there is no more time. */
function untilTaken(timers: Timers, put: Put): Put {
  return async (signal) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await put(signal);
      } catch (problem) {
        const busy = problem instanceof LightError && problem.code === 'busy';
        if (!busy || signal.aborted || tries === BUSY_TRIES) throw problem;
        await pause(timers, BUSY_AGAIN_MS, signal);
      }
    }
  };
}

function capabilitiesOf({ zone, kelvin, minimumLevel }: Lamp): LightDriver['capabilities'] {
  return { zones: [zone], kelvin, ownFades: true, minimumLevel };
}

function brokenDriver(lamp: Lamp, code: string): LightDriver {
  return { id: lamp.id, capabilities: capabilitiesOf(lamp), send: async () => ({ kind: 'failed', code }) };
}

/** Without a key nothing is asked of anybody. */
function unpaired(connectionId: string, lamps: readonly Lamp[], { wall, onHealth }: LinkParts): LightLink {
  const health: LinkHealth = { kind: 'lost', since: wall(), code: 'notPaired' };
  queueMicrotask(() => onHealth(health));
  return {
    connectionId,
    drivers: lamps.map((lamp) => brokenDriver(lamp, 'notPaired')),
    health: () => health,
    find: () => Promise.reject(new LightError('notPaired')),
    close: async () => undefined,
  };
}
