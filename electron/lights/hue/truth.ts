import type { TargetOf } from '../../../shared/lights/lamps.ts';
import type { Timers } from '../port.ts';
import type { HueBridge } from './bridge.ts';
import type { HueMessage } from './message.ts';
import { stateSchema, type HueReport, type HueState } from './resources.ts';

/** After a fade the bridge asks its lamps how they are; this long until it has told, ms. */
export const SETTLE_MS = 5_000;
/** Lamps round, and the lowest light of one is not that of another, points of brightness. */
const NEAR = 10;

export interface Truth {
  /** A lamp took a message and is to arrive where it leads. */
  readonly expect: (lampId: string, target: TargetOf<'hue'>, message: HueMessage) => void;
  readonly hear: (reports: readonly HueReport[]) => void;
  readonly stop: () => void;
}

export interface TruthParts {
  readonly bridge: Pick<HueBridge, 'list'>;
  readonly timers: Timers;
  readonly onLost: (lampId: string, code: string) => void;
}

interface Expected {
  readonly target: TargetOf<'hue'>;
  readonly message: HueMessage;
  /** What the stream told of it last. */
  told: HueState | null;
  cancel: () => void;
}

/**
 * Looks, once a fade is over, whether the lamp is where it was led. The event stream gives the doubt, the bridge's own word
 * decides: a lamp of which nothing else is heard counts as arrived.
 */
export function createTruth({ bridge, timers, onLost }: TruthParts): Truth {
  const expected = new Map<string, Expected>();
  const stopped = new AbortController();

  const look = async (lampId: string, one: Expected): Promise<void> => {
    if (one.told === null || isThere(one.message, one.told)) return;
    const { resource, rid } = one.target;
    // No answer is the health's affair.
    const [state] = await bridge.list(`${resource}/${rid}`, stateSchema, stopped.signal).catch(() => []);
    if (state === undefined || expected.get(lampId) !== one || isThere(one.message, state)) return;
    onLost(lampId, 'notThere');
  };

  return {
    expect: (lampId, target, message) => {
      expected.get(lampId)?.cancel();
      const one: Expected = { target, message, told: null, cancel: () => undefined };
      one.cancel = timers.after((message.dynamics?.duration ?? 0) + SETTLE_MS, () => void look(lampId, one));
      expected.set(lampId, one);
    },
    hear: (reports) => {
      for (const { id, type, on, dimming } of reports) {
        for (const one of expected.values()) {
          if (one.target.rid !== id || one.target.resource !== type) continue;
          one.told = { on: on ?? one.told?.on, dimming: dimming ?? one.told?.dimming };
        }
      }
    },
    stop: () => {
      stopped.abort();
      for (const { cancel } of expected.values()) cancel();
      expected.clear();
    },
  };
}

/** Whether a state agrees with what was asked for; what it does not tell agrees. */
export function isThere({ on, dimming }: HueMessage, state: HueState): boolean {
  if (state.on !== undefined && state.on.on !== on.on) return false;
  if (!on.on || dimming === undefined || state.dimming === undefined) return true;
  return Math.abs(state.dimming.brightness - dimming.brightness) <= NEAR;
}
