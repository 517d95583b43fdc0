import type { Scene } from '../../shared/lights/scene.ts';
import { limited, superseded } from './limited.ts';
import { fitScene, type LightDriver, type Outcome, type Timers } from './port.ts';

/** How a scene ended at one lamp. */
export interface DriverOutcome {
  readonly driver: string;
  readonly outcome: Outcome;
}

/** All lamps of the room. Both calls resolve with one outcome a driver, in the drivers' order, and never throw. */
export interface Lights {
  /** Leads all lamps to a scene in `fadeMs` of real time. A send that a newer one overtook fails as `superseded`. */
  readonly send: (scene: Scene, fadeMs: number) => Promise<readonly DriverOutcome[]>;
  /** The emergency, or by hand: at once, before everything else; what is under way is dropped, what comes meanwhile refused. */
  readonly full: (scene: Scene) => Promise<readonly DriverOutcome[]>;
}

export interface LightsParts {
  readonly drivers: readonly LightDriver[];
  readonly timers: Timers;
  /** Longest time for one ordinary send, ms. */
  readonly sendLimitMs: number;
}

export const SEND_LIMIT_MS = 5_000;
/** Three tries of this length stay under the second that "lights full" may take. */
export const FULL_LIMIT_MS = 250;
const FULL_TRIES = 3;

/** One lamp's line: at most one message is of interest at a time. */
interface Line {
  readonly driver: LightDriver;
  current: AbortController | null;
  full: boolean;
}

/** Sends to all lamps at once; each has its own time limit, and none waits for another. */
export function createLights({ drivers, timers, sendLimitMs }: LightsParts): Lights {
  const lines = drivers.map((driver): Line => ({ driver, current: null, full: false }));

  const all = (one: (line: Line) => Promise<Outcome>): Promise<readonly DriverOutcome[]> =>
    Promise.all(lines.map(async (line) => ({ driver: line.driver.id, outcome: await one(line) })));

  const attempt = (
    { driver }: Line,
    scene: Scene,
    fadeMs: number,
    own: AbortController,
    limitMs: number,
  ): Promise<Outcome> =>
    limited(timers, limitMs, own.signal, (signal) => driver.send(fitScene(scene, driver.capabilities), fadeMs, signal));

  const attemptFull = ({ driver }: Line, scene: Scene, own: AbortController): Promise<Outcome> =>
    limited(timers, FULL_LIMIT_MS, own.signal, (signal) => {
      const fitted = fitScene(scene, driver.capabilities);
      return driver.full === undefined ? driver.send(fitted, 0, signal) : driver.full(fitted, signal);
    });

  const sendTo = async (line: Line, scene: Scene, fadeMs: number): Promise<Outcome> => {
    if (line.full) return superseded;
    const own = takeOver(line);
    return attempt(line, scene, fadeMs, own, sendLimitMs);
  };

  const fullTo = async (line: Line, scene: Scene): Promise<Outcome> => {
    const own = takeOver(line);
    line.full = true;
    let outcome: Outcome = { kind: 'timeout' };
    for (let tries = 0; tries < FULL_TRIES && outcome.kind !== 'sent' && !own.signal.aborted; tries += 1) {
      outcome = await attemptFull(line, scene, own);
    }
    if (line.current === own) line.full = false;
    return outcome;
  };

  return {
    send: (scene, fadeMs) => all((line) => sendTo(line, scene, fadeMs)),
    full: (scene) => all((line) => fullTo(line, scene)),
  };
}

function takeOver(line: Line): AbortController {
  line.current?.abort();
  line.current = new AbortController();
  return line.current;
}
