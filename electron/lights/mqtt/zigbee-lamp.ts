import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { LightError } from '../limited.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';
import { numberOf } from '../number-of.ts';
import type { LampNews } from './news.ts';

export interface ZigbeeParts {
  readonly timers: Timers;
  /** Resolves on the broker's acknowledgement, rejects with `LightError`. */
  readonly publish: (topic: string, payload: string) => Promise<void>;
  /** Resolves once there is a connection; asks for one at once. */
  readonly connected: (signal: AbortSignal) => Promise<unknown>;
  /** Why Zigbee2MQTT does not reach this lamp, by its own word (`light.<code>`); null where it does or says nothing. */
  readonly awayCode: () => string | null;
  /** Told where the lamp is not where its fade led. */
  readonly onMissed: (code: string) => void;
}

export interface ZigbeeLamp {
  readonly driver: LightDriver;
  /** Drops what the lamp still had to do. */
  readonly stop: () => void;
  readonly heard: (news: LampNews) => void;
}

const MAX_BRIGHTNESS = 254;
/** Zigbee counts a transition in 16 bits of tenths of a second. */
const MAX_TRANSITION_S = 6_553;
/** After its fade a lamp is given so long to say where it is, ms. */
const GRACE_MS = 3_000;

/**
 * A lamp or group of Zigbee2MQTT. Brightness goes with every message: some lamps jump to full on a bare "on". Off is a fade
 * to the lowest step and a plain "off" at its end: many lamps ignore the transition of an "off".
 */
export function zigbeeLamp(lamp: Lamp, target: TargetOf<'zigbee2mqtt'>, parts: ZigbeeParts): ZigbeeLamp {
  const { timers } = parts;
  let on: boolean | null = null;
  let heardAt = -Infinity;
  let cancels: (() => void)[] = [];

  const stop = (): void => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };

  const set = async (message: Record<string, unknown>): Promise<void> => {
    await parts.publish(`${target.topic}/set`, JSON.stringify(message));
    const away = parts.awayCode();
    if (away !== null) throw new LightError(away);
  };

  const lit = (scene: Scene, fadeMs: number): Record<string, unknown> => {
    const wish = scene.zones[0];
    if (!lamp.dims) return { state: 'ON' };
    const kelvin = lamp.kelvin === null ? null : (wish?.kelvin ?? null);
    return {
      state: 'ON',
      brightness: Math.max(1, numberOf(wish?.level ?? 0, lamp.gamma, MAX_BRIGHTNESS)),
      ...(kelvin === null ? {} : { color_temp: Math.round(1_000_000 / kelvin) }),
      transition: Math.min(MAX_TRANSITION_S, Math.round(fadeMs / 100) / 10),
    };
  };

  const off = (): Promise<void> => set({ state: 'OFF' });

  const later = (ms: number, call: () => void): void => void cancels.push(timers.after(ms, call));

  const turnOff = async (scene: Scene, fadeMs: number): Promise<void> => {
    // A lamp that is off stays off: the lowest step would be light.
    if (fadeMs === 0 || on === false) return off();
    if (lamp.dims) await set(lit(scene, fadeMs));
    later(fadeMs, () => void off().catch((problem: unknown) => parts.onMissed(codeOf(problem))));
  };

  /** Only what a lamp says after its fade, and only where it speaks against it: many report late, rounded, or not at all. */
  const check = (wanted: boolean, endsAt: number): void => {
    if (on !== null && on !== wanted && heardAt >= endsAt) parts.onMissed('notThere');
  };

  const go = async (scene: Scene, fadeMs: number): Promise<Outcome> => {
    const level = scene.zones[0]?.level ?? 0;
    if (level > 0) await set(lit(scene, fadeMs));
    else await turnOff(scene, fadeMs);
    const endsAt = timers.now() + fadeMs;
    later(fadeMs + GRACE_MS, () => check(level > 0, endsAt));
    return { kind: 'sent' };
  };

  return {
    driver: {
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
      send: (scene, fadeMs) => {
        stop();
        return go(scene, fadeMs);
      },
      full: async (scene, signal) => {
        stop();
        await parts.connected(signal);
        return go(scene, 0);
      },
    },
    stop,
    heard: (news) => {
      if (news.on === null) return;
      on = news.on;
      heardAt = timers.now();
    },
  };
}

function codeOf(problem: unknown): string {
  return problem instanceof LightError ? problem.code : 'unreachable';
}
