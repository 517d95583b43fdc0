import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Lamp } from '../../shared/lights/lamps.ts';
import { limited } from './limited.ts';
import type { LightDriver, Outcome, Timers } from './port.ts';
import type { LampRegistry } from './registry.ts';
import { pause } from './within.ts';

/** A lamp that is looked at: one that is not saved yet has no id. */
export type TriedLamp = Pick<Lamp, 'connectionId' | 'target' | 'dims' | 'kelvin'> & { readonly id: string | null };
type Done = Answer<Record<string, never>>;

/** Lets somebody see which lamp it is, and where it begins to give light; never while a session is live. */
export interface TryLamp {
  /** The number as it is sent, 0 to 1: without the lamp's minimum and gamma, which are what is looked for. */
  readonly level: (lamp: TriedLamp, level: number) => Promise<Done>;
  /** Twice slowly down and up again; ends bright. */
  readonly blink: (lamp: TriedLamp) => Promise<Done>;
  /** Ends the looking: what was tried gives light again, unless a session has the lamps by now. */
  readonly end: () => Promise<void>;
}

export interface TryLampParts {
  readonly registry: Pick<LampRegistry, 'trial'>;
  readonly timers: Timers;
  readonly live: () => boolean;
}

const ANSWER_LIMIT_MS = 3_000;
const SLIDE_MS = 200;
/** Slow enough not to startle anybody who lies next door with the door open. */
const SWING_MS = 900;
const STAY_MS = 1_100;

export function createTryLamp({ registry, timers, live }: TryLampParts): TryLamp {
  /** The newest act; an older one goes no further. */
  let turn = new AbortController();
  let tried: LightDriver | null = null;

  const send = (driver: LightDriver, level: number, fadeMs: number, signal: AbortSignal): Promise<Outcome> => {
    const zones = driver.capabilities.zones.map((zone) => ({ zone, level, kelvin: null }));
    return limited(timers, ANSWER_LIMIT_MS, signal, (giveUp) => driver.send({ zones }, fadeMs, giveUp));
  };
  const begin = async (
    lamp: TriedLamp,
  ): Promise<Answer<{ readonly driver: LightDriver; readonly signal: AbortSignal }>> => {
    if (live()) return failure('refused', 'lights.sessionRuns');
    turn.abort();
    turn = new AbortController();
    const { signal } = turn;
    const raw = { ...lamp, id: lamp.id ?? 'tried', name: 'tried', zone: 'room', minimumLevel: 0, gamma: 1 } as const;
    const driver = await registry.trial(raw);
    if (driver === null) return failure('unavailable', 'lights.noAnswer', { why: 'notOpen' });
    tried = driver;
    return live() ? failure('refused', 'lights.sessionRuns') : success({ driver, signal });
  };

  return {
    level: async (lamp, level) => {
      const begun = await begin(lamp);
      if (!begun.ok) return begun;
      return answerOf(await send(begun.data.driver, level, SLIDE_MS, begun.data.signal));
    },
    blink: async (lamp) => {
      const begun = await begin(lamp);
      if (!begun.ok) return begun;
      const { driver, signal } = begun.data;
      const low = lamp.dims ? 0.2 : 0;
      for (const level of [low, 1, low, 1]) {
        if (signal.aborted) return success({});
        if (live()) return failure('refused', 'lights.sessionRuns');
        const outcome = await send(driver, level, SWING_MS, signal);
        if (outcome.kind !== 'sent') return answerOf(outcome);
        await pause(timers, STAY_MS, signal);
      }
      return success({});
    },
    end: async () => {
      turn.abort();
      turn = new AbortController();
      const driver = tried;
      tried = null;
      if (driver !== null && !live()) await send(driver, 1, SWING_MS, turn.signal);
      await registry.trial(null);
    },
  };
}

/** A newer act in its place is no failure of this one. */
function answerOf(outcome: Outcome): Done {
  if (outcome.kind === 'sent') return success({});
  const why = outcome.kind === 'timeout' ? 'timeout' : outcome.code;
  return why === 'superseded' ? success({}) : failure('unavailable', 'lights.noAnswer', { why });
}
