import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { withFader } from '../fader.ts';
import { superseded } from '../limited.ts';
import { levelOf, numberOf } from '../number-of.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';

export interface PlainParts {
  readonly timers: Timers;
  /** Resolves on the broker's acknowledgement, rejects with `LightError`. */
  readonly publish: (topic: string, payload: string) => Promise<void>;
  /** Resolves once there is a connection; asks for one at once. */
  readonly connected: (signal: AbortSignal) => Promise<unknown>;
  /** Told where the lamp is not where its fade led. */
  readonly onMissed: (code: string) => void;
}

export interface PlainLamp {
  readonly driver: LightDriver;
  /** Ends a fade where it is. */
  readonly stop: () => void;
  /** It says where it stands, 0 to `max`. */
  readonly heard: (number: number) => void;
}

/** Five a second: a dimmer behind a broker smooths such steps itself, and a small broker carries twenty lamps of them. */
const FRAME_MS = 200;
/** Its own reports of a fade trail behind; for so long after one they are not a hand at the dimmer, ms. */
const ECHO_MS = 2_000;

/**
 * A dimmer that takes a plain number. Not retained: a dimmer that starts hours later must not be handed an old level.
 * A number is sent when it differs from the last one that was acknowledged.
 */
export function plainLamp(lamp: Lamp, target: TargetOf<'plainMqtt'>, parts: PlainParts): PlainLamp {
  let told: number | null = null;
  let fadeEnds = -Infinity;

  const write = async (scene: Scene): Promise<Outcome> => {
    const level = scene.zones[0]?.level ?? 0;
    const whole = lamp.dims ? level : Math.ceil(level);
    const number = numberOf(whole, lamp.gamma, target.max);
    if (number === told) return { kind: 'sent' };
    told = null;
    await parts.publish(target.setTopic, String(number));
    told = number;
    return { kind: 'sent' };
  };

  const fader = withFader(
    {
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: null, ownFades: false, minimumLevel: lamp.minimumLevel },
      write,
    },
    {
      timers: parts.timers,
      frameMs: FRAME_MS,
      onLost: (code) => {
        if (code !== SUPERSEDED) parts.onMissed(code);
      },
    },
  );
  const at = (level: number): Scene => ({ zones: [{ zone: lamp.zone, level, kelvin: null }] });

  return {
    driver: {
      id: lamp.id,
      capabilities: fader.capabilities,
      send: (scene, fadeMs, signal) => {
        fadeEnds = parts.timers.now() + fadeMs;
        return fader.send(scene, fadeMs, signal);
      },
      full: async (scene, signal) => {
        fadeEnds = parts.timers.now();
        await parts.connected(signal);
        // Always goes out: what is asked for is the broker's word, not our memory of it.
        told = null;
        return fader.send(scene, 0, signal);
      },
    },
    // A frame that is not to be written takes the fade's place.
    stop: () => void fader.send(at(0), 0, AbortSignal.abort()),
    heard: (number) => {
      if (number > target.max || parts.timers.now() < fadeEnds + ECHO_MS) return;
      // Written for the fader alone, which fades from there; nothing is sent, since the number is the lamp's own.
      told = number;
      void fader.send(at(levelOf(number, lamp.gamma, target.max)), 0, new AbortController().signal);
    },
  };
}

const SUPERSEDED = superseded.kind === 'failed' ? superseded.code : '';
