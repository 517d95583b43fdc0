import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { withFader } from '../fader.ts';
import { LightError, superseded } from '../limited.ts';
import { levelOf, numberOf } from '../number-of.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';
import { UNHEARD, type EntityNews } from './entity-news.ts';

export interface EntityParts {
  readonly timers: Timers;
  /** Resolves when Home Assistant says that it is done, rejects with `LightError`. */
  readonly call: (service: string, entity: string, data: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Resolves once there is a connection; asks for one at once. */
  readonly connected: (signal: AbortSignal) => Promise<unknown>;
  /** Told where the lamp is not where its fade led. */
  readonly onMissed: (code: string) => void;
}

export interface EntityLamp {
  readonly driver: LightDriver;
  /** Drops what the lamp still had to do. */
  readonly stop: () => void;
  readonly heard: (news: EntityNews) => void;
}

const MAX_BRIGHTNESS = 255;
/** As long as a service may be asked to take, s. */
const MAX_TRANSITION_S = 6_553;
/** Home Assistant drives each step through an integration of its own: two a second is what all of them bear. */
const FRAME_MS = 500;
/** What it says of a fade trails behind; for so long after one that is no hand at the lamp, ms. */
const ECHO_MS = 2_000;

/**
 * A light or switch of Home Assistant. Where the light fades by itself, one call carries the fade; where its integration
 * knows no transition, it is led in steps. A switch is on until the end of a fade to dark.
 */
export function entityLamp(lamp: Lamp, { entity }: TargetOf<'homeAssistant'>, parts: EntityParts): EntityLamp {
  const { timers, onMissed } = parts;
  const switches = !lamp.dims || entity.startsWith('switch.');
  let known: EntityNews = UNHEARD;
  let cancelOff = (): void => undefined;
  let fadeEnds = -Infinity;
  /** A frame is only the lamp's own word on where it stands; it is not to be sent. */
  let itself = false;
  let placed = false;

  const call = async (service: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
    await parts.call(service, entity, data);
    // It says "done" of entities that it does not reach, or does not know, as well.
    if (known.kind !== 'there') throw new LightError(known.kind === 'away' ? 'lampOutOfReach' : 'noSuchLamp');
  };

  const lit = ({ zones: [wish] }: Scene): Record<string, unknown> => ({
    brightness: Math.max(1, numberOf(wish?.level ?? 0, lamp.gamma, MAX_BRIGHTNESS)),
    ...(lamp.kelvin === null || wish?.kelvin == null ? {} : { color_temp_kelvin: wish.kelvin }),
  });

  /** One call; `transition` (s) only where the light knows it. */
  const set = async (scene: Scene, transition: Readonly<Record<string, number>>): Promise<Outcome> => {
    const level = scene.zones[0]?.level ?? 0;
    if (level === 0) await call('turn_off', switches ? {} : transition);
    else await call('turn_on', switches ? {} : { ...lit(scene), ...transition });
    return { kind: 'sent' };
  };

  const fader = withFader(
    {
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: false, minimumLevel: lamp.minimumLevel },
      write: async (scene) => {
        const outcome: Outcome = itself ? { kind: 'sent' } : await set(scene, {});
        placed = true;
        return outcome;
      },
    },
    {
      timers,
      frameMs: FRAME_MS,
      onLost: (code) => {
        if (code !== SUPERSEDED) onMissed(code);
      },
    },
  );

  const stop = (): void => {
    cancelOff();
    // A frame that is not to be written takes the place of a fade in steps.
    void fader.send({ zones: [{ zone: lamp.zone, level: 0, kelvin: null }] }, 0, AbortSignal.abort());
  };

  const go = async (scene: Scene, fadeMs: number, signal: AbortSignal): Promise<Outcome> => {
    const level = scene.zones[0]?.level ?? 0;
    fadeEnds = timers.now() + fadeMs;
    if (!switches) {
      if (!known.fades) return fader.send(scene, fadeMs, signal);
      return set(scene, { transition: Math.min(MAX_TRANSITION_S, Math.round(fadeMs / 100) / 10) });
    }
    if (level > 0 || fadeMs === 0) return set(scene, {});
    cancelOff = timers.after(fadeMs, () => void set(scene, {}).catch((problem: unknown) => onMissed(codeOf(problem))));
    return { kind: 'sent' };
  };

  /** A light that is led in steps is led from where a hand has put it. */
  const stands = ({ on, fades, brightness }: EntityNews): void => {
    if (switches || fades || on === null || (placed && timers.now() < fadeEnds + ECHO_MS)) return;
    const level = on ? levelOf(brightness ?? MAX_BRIGHTNESS, lamp.gamma, MAX_BRIGHTNESS) : 0;
    itself = true;
    void fader.send({ zones: [{ zone: lamp.zone, level, kelvin: null }] }, 0, new AbortController().signal);
    itself = false;
  };

  return {
    driver: {
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
      send: (scene, fadeMs, signal) => {
        stop();
        return go(scene, fadeMs, signal);
      },
      full: async (scene, signal) => {
        stop();
        await parts.connected(signal);
        fadeEnds = timers.now();
        return switches || known.fades ? set(scene, { transition: 0 }) : fader.send(scene, 0, signal);
      },
    },
    stop,
    heard: (news) => {
      const before = known;
      known = news;
      if (before.kind === 'there' && news.kind === 'away') onMissed('lampOutOfReach');
      stands(news);
    },
  };
}

const SUPERSEDED = superseded.kind === 'failed' ? superseded.code : '';

function codeOf(problem: unknown): string {
  return problem instanceof LightError ? problem.code : 'unreachable';
}
