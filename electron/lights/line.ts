import type { Scene } from '../../shared/lights/scene.ts';
import { limited, superseded } from './limited.ts';
import { fitScene, type LightDriver, type Outcome, type Timers } from './port.ts';

/** How a scene ended at one lamp, and how long that took from the first try on, ms. */
export interface Reached {
  readonly outcome: Outcome;
  readonly tookMs: number;
}

/** One lamp's line: only the newest scene is of interest, and a lamp that does not take it is tried again. */
export interface Line {
  readonly driver: LightDriver;
  /** Ends once the lamp has taken it, a newer scene came, or its deadline is over. Refused while `full` is under way. */
  readonly send: (scene: Scene, fadeMs: number) => Promise<Reached>;
  /** At once, before everything else. */
  readonly full: (scene: Scene) => Promise<Reached>;
  /** The lamp came back: it is led to where the scene is now, where there is one. */
  readonly again: () => void;
  /** The lamp took its message and did not arrive: it is led there once more, and told of where that was in vain. */
  readonly lost: (code: string) => void;
  /** The scene is nobody's any more: it is not led to again. */
  readonly letGo: () => void;
  /** The lamp is no longer of this room. */
  readonly close: () => void;
}

export interface LineParts {
  readonly driver: LightDriver;
  readonly timers: Timers;
  /** Longest time for one ordinary send, ms. */
  readonly sendLimitMs: number;
  /** Told of what came after the answer was given: a lamp that was reached after all, or that `again` could not reach. */
  readonly onLater: (reached: Reached) => void;
}

/** Three tries of this length stay under the second that "lights full" may take. */
export const FULL_LIMIT_MS = 250;
const FULL_TRIES = 3;
/** A lamp is given this long to take a scene, ms: as long as its fade, within these. */
const DEADLINE = { least: 10_000, most: 30_000 } as const;
/** Pauses between tries double, ms: up to the one within the deadline, then up to the other, quietly. */
const PAUSE = { first: 500, within: 8_000, after: 30_000 } as const;
/** What is left of a fade is never shorter than this, ms, unless it was asked for shorter. */
export const GENTLE_MS = 2_000;
/** A scene as old as this, ms, is no reason any more to touch a lamp. */
export const STALE_MS = 6 * 3_600_000;

interface Goal {
  readonly scene: Scene;
  readonly fadeMs: number;
  readonly at: number;
  readonly full: boolean;
  /** The lamp is led there once more, after it was lost. */
  readonly again: boolean;
}

export function createLine({ driver, timers, sendLimitMs, onLater }: LineParts): Line {
  let goal: Goal | null = null;
  let current = new AbortController();
  let fullUnderWay: Promise<Reached> | null = null;
  /** Whether tries are under way, the pauses between them included; `wake` ends such a pause. */
  let trying = false;
  let wake = (): void => undefined;

  const attempt = ({ scene, fadeMs, at, full }: Goal, limitMs: number, own: AbortSignal): Promise<Outcome> =>
    limited(timers, limitMs, own, async (signal) => {
      const fitted = fitScene(scene, driver.capabilities);
      if (fitted.zones.length === 0) return { kind: 'sent' };
      if (full && driver.full !== undefined) return driver.full(fitted, signal);
      const leftMs = Math.max(fadeMs - (timers.now() - at), Math.min(fadeMs, GENTLE_MS));
      return driver.send(fitted, Math.round(leftMs), signal);
    });

  const pause = (ms: number, own: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        cancel();
        own.removeEventListener('abort', end);
        resolve();
      };
      const cancel = timers.after(ms, end);
      own.addEventListener('abort', end);
      wake = end;
    });

  /** Whether a scene is no reason any more to touch the lamp. */
  const isOver = (led: Goal): boolean => goal !== led || timers.now() - led.at > STALE_MS;

  /** Tries until the lamp has it; tells once, at the deadline at the latest, and once more where it is reached after that. */
  const lead = async (to: Goal, own: AbortSignal, tell: (reached: Reached) => void): Promise<void> => {
    const began = timers.now();
    const reachedNow = (outcome: Outcome): Reached => ({ outcome, tookMs: Math.round(timers.now() - began) });
    let told = false;
    for (let tries = 1; ; tries += 1) {
      const outcome = await attempt(to, to.full && !told ? FULL_LIMIT_MS : sendLimitMs, own);
      const grown = PAUSE.first * 2 ** (tries - 1);
      const ended = outcome.kind === 'sent' || isSuperseded(outcome);
      const late = to.full
        ? tries >= FULL_TRIES
        : timers.now() - began + Math.min(grown, PAUSE.within) > deadlineOf(to);
      if (!told && (ended || late)) tell(reachedNow(outcome));
      else if (told && outcome.kind === 'sent') onLater(reachedNow(outcome));
      told ||= late;
      if (ended) return;
      // A lamp that refuses at once has its tries of "full" spread over their time all the same.
      const urgentMs = Math.max(0, began + tries * FULL_LIMIT_MS - timers.now());
      await pause(to.full && !told ? urgentMs : Math.min(grown, told ? PAUSE.after : PAUSE.within), own);
      if (told && (own.aborted || isOver(to))) return;
    }
  };

  const run = (to: Goal): Promise<Reached> => {
    current.abort();
    const own = new AbortController();
    current = own;
    goal = to;
    trying = true;
    return new Promise((resolve) => {
      void lead(to, own.signal, resolve).finally(() => {
        if (current === own) trying = false;
      });
    });
  };

  const again = (): void => {
    if (trying) return wake();
    if (goal === null || isOver(goal)) return;
    void run({ ...goal, again: true }).then(onLater);
  };

  return {
    driver,
    again,
    send: (scene, fadeMs) => {
      if (fullUnderWay === null) return run({ scene, fadeMs, at: timers.now(), full: false, again: false });
      // Full is carried out to its end, but what somebody wants by now is something else: it is not tried for longer.
      goal = null;
      return Promise.resolve({ outcome: superseded, tookMs: 0 });
    },
    full: (scene) => {
      const reached = run({ scene, fadeMs: 0, at: timers.now(), full: true, again: false });
      fullUnderWay = reached;
      void reached.then(() => {
        if (fullUnderWay === reached) fullUnderWay = null;
      });
      return reached;
    },
    lost: (code) => {
      if (goal === null || trying) return;
      if (!goal.again) return again();
      onLater({ outcome: { kind: 'failed', code }, tookMs: Math.round(timers.now() - goal.at) });
    },
    letGo: () => {
      goal = null;
    },
    close: () => {
      goal = null;
      current.abort();
    },
  };
}

/** How long after its first try a lamp is tried again, ms, before somebody is told. */
function deadlineOf({ fadeMs }: Goal): number {
  return Math.min(Math.max(fadeMs, DEADLINE.least), DEADLINE.most);
}

export function isSuperseded(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.code === superseded.code;
}
