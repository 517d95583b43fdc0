import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import { levelOn, type Course } from '../dmx/levels.ts';
import { LightError } from '../limited.ts';
import { FULL_LIMIT_MS } from '../line.ts';
import { untilTaken, type Pacing } from '../pacing.ts';
import type { LightDriver, Outcome, Timers } from '../port.ts';
import { pause } from '../within.ts';
import { levelOfNumber, wledMessage } from './message.ts';
import { stagesOf, type Stage } from './stages.ts';
import type { WledState, WledStrip } from './strip.ts';

/** Longest time for one ordinary message, ms. */
const MESSAGE_LIMIT_MS = 3_000;
/** The last message of a fade, its target, is tried this often, and so far apart, ms. */
const LAST_TRIES = 3;
const AGAIN_MS = 1_000;

export interface WledDriverParts {
  readonly lamp: Lamp;
  readonly target: TargetOf<'wled'>;
  readonly strip: WledStrip;
  readonly timers: Timers;
  readonly ordinary: Pacing;
  readonly emergency: Pacing;
  readonly onLost: (code: string) => void;
  /** Ends what is under way for good. */
  readonly closed: AbortSignal;
}

/** A strip, or one segment of it, led along the even curve in a few long messages. */
export function wledDriver(parts: WledDriverParts): LightDriver {
  const { lamp, target, strip, timers, ordinary, emergency, onLost, closed } = parts;
  let course: Course | null = null;
  let current = new AbortController();

  const levelNow = async (signal: AbortSignal): Promise<number> => {
    if (course !== null) return levelOn(course, lamp.minimumLevel, timers.now());
    return levelOf(await strip.state(signal), target, lamp.gamma);
  };

  const post = async (stage: Stage, kelvin: number | null, signal: AbortSignal): Promise<Outcome> => {
    const message = wledMessage(lamp, target, { level: stage.level, kelvin }, stage.withinMs);
    const run = async (until: AbortSignal): Promise<Outcome> => {
      await strip.post(message, MESSAGE_LIMIT_MS, until);
      return { kind: 'sent' };
    };
    return ordinary.send({ lampId: lamp.id, lane: 'lamp', says: JSON.stringify(message), signal, run });
  };

  /** The rest of a fade, on absolute deadlines: what fails is made good by the next piece; the last one has to arrive. */
  const lead = async (stages: readonly Stage[], kelvin: number | null, begun: number, signal: AbortSignal) => {
    for (const [index, stage] of stages.entries()) {
      const last = index === stages.length - 1;
      await pause(timers, Math.max(0, begun + stage.atMs - timers.now()), signal);
      for (let tries = 1; ; tries += 1) {
        if (signal.aborted) return;
        const code = await post(stage, kelvin, signal).then(codeOf, codeOf);
        if (code === null || !last) break;
        if (tries === LAST_TRIES && !signal.aborted) onLost(code);
        if (tries === LAST_TRIES) return;
        await pause(timers, AGAIN_MS, signal);
      }
    }
  };

  const begin = (): AbortController => {
    current.abort();
    current = new AbortController();
    closed.addEventListener('abort', () => current.abort(), { once: true, signal: current.signal });
    return current;
  };

  return {
    id: lamp.id,
    capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
    send: async (scene, fadeMs, signal) => {
      const wish = wishOf(scene, lamp);
      if (wish === null) return { kind: 'failed', code: 'noZone' };
      const own = begin();
      const until = AbortSignal.any([own.signal, signal]);
      const from = await levelNow(until);
      if (until.aborted) throw new LightError('superseded');
      const begun: Course = { from, to: wish.level, fadeMs, startedAt: timers.now() };
      const [first, ...rest] = stagesOf(begun, lamp.minimumLevel);
      const outcome = await post(first!, wish.kelvin, until);
      if (outcome.kind === 'sent' && !until.aborted) {
        course = begun;
        void lead(rest, wish.kelvin, begun.startedAt, own.signal);
      }
      return outcome;
    },
    full: (scene, signal) => {
      begin();
      ordinary.drop();
      const wish = wishOf(scene, lamp);
      if (wish === null) return Promise.resolve({ kind: 'failed', code: 'noZone' });
      course = { from: wish.level, to: wish.level, fadeMs: 0, startedAt: timers.now() };
      const message = wledMessage(lamp, target, wish, 0);
      const run = untilTaken(timers, async (until) => {
        await strip.post(message, FULL_LIMIT_MS, until);
        return { kind: 'sent' };
      });
      return emergency.send({ lampId: lamp.id, lane: 'lamp', says: JSON.stringify(message), signal, run });
    },
  };
}

function wishOf(scene: Scene, { zone }: Lamp): Scene['zones'][number] | null {
  return scene.zones.find((entry) => entry.zone === zone) ?? null;
}

/** Where a strip says that it is. A segment is as bright as itself and the strip together. */
function levelOf({ on, bri, seg }: WledState, { segment }: TargetOf<'wled'>, gamma: number): number {
  if (!on) return 0;
  if (segment === null) return levelOfNumber(bri, gamma);
  const own = seg.find(({ id }) => id === segment);
  if (own === undefined) throw new LightError('noSuchLamp');
  return own.on ? levelOfNumber((own.bri * bri) / 255, gamma) : 0;
}

/** Null where it was sent. */
function codeOf(ended: unknown): string | null {
  if (ended instanceof LightError) return ended.code;
  const outcome = ended as Outcome;
  if (outcome.kind === 'sent') return null;
  return outcome.kind === 'failed' ? outcome.code : outcome.kind;
}
