import type { ConnectionOf, Lamp, LinkHealth } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { LightError } from '../limited.ts';
import { FULL_LIMIT_MS } from '../line.ts';
import { createPacing, untilTaken, type Pace, type Pacing } from '../pacing.ts';
import type { LightLink, LinkParts, OpenLink } from '../link.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';
import { hueBridge, type HueBridge } from './bridge.ts';
import { findHue } from './find.ts';
import { hueMessage } from './message.ts';
import { createTruth, type Truth } from './truth.ts';
import { watchBridge } from './watch.ts';

/** Longest time for one ordinary command, ms. */
const COMMAND_LIMIT_MS = 4_000;

/** What Hue asks for: ten commands a second to lights, one to groups. The bridge refuses a fourth connection; one is the event stream's. */
export const ordinaryPace: Pace = { everyMs: { lamp: 100, group: 1_000 }, atOnce: 2, finishes: false, holdsMs: 500 };
/** The emergency's: as fast as the bridge answers. */
export const fullPace: Pace = { everyMs: { lamp: 0, group: 0 }, atOnce: 3, finishes: true, holdsMs: 80 };

interface Ways {
  readonly bridge: HueBridge;
  readonly timers: Timers;
  readonly ordinary: Pacing;
  readonly emergency: Pacing;
  readonly truth: Truth;
}

/** A way to the lamps of one Hue bridge, by CLIP v2. The secret is the application key of the pairing. */
export const openHue: OpenLink<ConnectionOf<'hue'>> = (connection, lamps, parts) => {
  if (parts.secret === null) return unpaired(connection.id, lamps, parts);
  const { timers } = parts;
  const bridge = hueBridge(connection, parts.secret, timers);
  const ordinary = createPacing(timers, ordinaryPace);
  const emergency = createPacing(timers, fullPace);
  const truth = createTruth({ bridge, timers, onLost: parts.onLost });
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
    onReports: truth.hear,
  });

  return {
    connectionId: connection.id,
    drivers: lamps.map((lamp) => hueDriver(lamp, { bridge, timers, ordinary, emergency, truth })),
    health: () => health,
    find: (signal) => findHue(bridge, signal),
    close: async () => {
      watch.stop();
      truth.stop();
      ordinary.drop();
      emergency.drop();
      bridge.close();
    },
  };
};

function hueDriver(lamp: Lamp, { bridge, timers, ordinary, emergency, truth }: Ways): LightDriver {
  const { target } = lamp;
  if (target.kind !== 'hue') return brokenDriver(lamp, 'noSuchLamp');

  const send = (scene: Scene, fadeMs: number, pacing: Pacing, signal: AbortSignal): Promise<Outcome> => {
    const wish = scene.zones.find(({ zone }) => zone === lamp.zone);
    if (wish === undefined) return Promise.resolve({ kind: 'failed', code: 'noZone' });
    const message = hueMessage(lamp, wish, fadeMs);
    const put = async (limitMs: number, until: AbortSignal): Promise<Outcome> => {
      const outcome = await bridge.put(target, message, limitMs, until);
      if (outcome.kind === 'sent' && !until.aborted) truth.expect(lamp.id, target, message);
      return outcome;
    };
    const run =
      pacing === emergency
        ? untilTaken(timers, (until) => put(FULL_LIMIT_MS, until))
        : (until: AbortSignal) => put(COMMAND_LIMIT_MS, until);
    const lane = target.resource === 'light' ? 'lamp' : 'group';
    return pacing.send({ lampId: lamp.id, lane, says: JSON.stringify(message), signal, run });
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
