import { isDeepStrictEqual } from 'node:util';
import type { RoomLamp } from '../../shared/lights/room-lamp.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import { createLine, GENTLE_MS, isSuperseded, STALE_MS, type Line, type Reached } from './line.ts';
import type { LightDriver, Timers } from './port.ts';

export { FULL_LIMIT_MS } from './line.ts';

/** How a scene ended at one lamp. `name` is what the clinic calls it; null for a light of the app's own. */
export interface DriverOutcome extends Reached {
  readonly driver: string;
  readonly name: string | null;
}

/** What a lamp is called, by its driver's id; null where it has no name of its own. */
export type NameOf = (driverId: string) => string | null;

/** All lamps of the room. What is sent resolves with one outcome a lamp, in the drivers' order; nothing here ever throws. */
export interface Lights {
  /**
   * Leads all lamps to a scene in `fadeMs` of real time. A lamp that does not take it is tried again, with growing pauses,
   * for as long as the fade (10 to 30 s) and only while no newer scene came: that one fails as `superseded`.
   */
  readonly send: (scene: Scene, fadeMs: number) => Promise<readonly DriverOutcome[]>;
  /** The emergency, or "full" by hand: at once, before everything else; what is under way is dropped, what comes meanwhile refused. */
  readonly full: (scene: Scene) => Promise<readonly DriverOutcome[]>;
  /** These lamps can be reached again: they are led to where the scene is now. */
  readonly again: (driverIds: readonly string[]) => void;
  /** A lamp took its message and did not arrive (`LinkParts.onLost`). */
  readonly lost: (driverId: string, code: string) => void;
  /** Nobody's session any more: lamps that come back later are left alone. */
  readonly letGo: () => void;
  /** Other lamps from now on. A driver that is given again is left alone; a new one is led to where the scene is. */
  readonly replace: (drivers: readonly LightDriver[], nameOf?: NameOf) => void;
  readonly lamps: () => readonly RoomLamp[];
  /** Hears of lamps that were reached, or missed, after the answer was given. The returned function ends that. */
  readonly onLater: (listener: (outcome: DriverOutcome) => void) => () => void;
  /** Hears when there are other lamps. */
  readonly onLamps: (listener: (lamps: readonly RoomLamp[]) => void) => () => void;
}

export interface LightsParts {
  readonly drivers: readonly LightDriver[];
  readonly nameOf?: NameOf;
  readonly timers: Timers;
  /** Longest time for one ordinary send, ms. */
  readonly sendLimitMs: number;
}

export const SEND_LIMIT_MS = 5_000;

const nameless: NameOf = () => null;

/** Sends to all lamps at once; each has its own time limit, and none waits for another. */
export function createLights({ drivers, nameOf = nameless, timers, sendLimitMs }: LightsParts): Lights {
  const later = new Set<(outcome: DriverOutcome) => void>();
  const watching = new Set<(lamps: readonly RoomLamp[]) => void>();
  let names = nameOf;
  /** What lamps that are added now are led to. */
  let last: { readonly scene: Scene; readonly fadeMs: number; readonly at: number } | null = null;

  const told = (driver: string, reached: Reached): DriverOutcome => ({ driver, name: names(driver), ...reached });
  /** The full that is under way. */
  let pressed: { readonly scene: Scene; readonly outcomes: Promise<readonly DriverOutcome[]> } | null = null;

  const tellLater = (driver: string, reached: Reached): void => {
    if (isSuperseded(reached.outcome)) return;
    for (const listener of later) listener(told(driver, reached));
  };
  const open = (driver: LightDriver): Line =>
    createLine({ driver, timers, sendLimitMs, onLater: (reached) => tellLater(driver.id, reached) });
  let lines = drivers.map(open);

  /** A lamp that is new in the room joins its light. */
  const join = (line: Line): void => {
    const elapsedMs = last === null ? Infinity : timers.now() - last.at;
    if (last === null || elapsedMs > STALE_MS) return;
    const leftMs = Math.max(last.fadeMs - elapsedMs, GENTLE_MS);
    void line.send(last.scene, leftMs).then((reached) => tellLater(line.driver.id, reached));
  };

  const all = (one: (line: Line) => Promise<Reached>): Promise<readonly DriverOutcome[]> =>
    Promise.all(lines.map(async (line) => told(line.driver.id, await one(line))));
  const lamps = (): readonly RoomLamp[] =>
    lines.map(({ driver }) => ({ id: driver.id, name: names(driver.id), zones: [...driver.capabilities.zones] }));

  return {
    send: (scene, fadeMs) => {
      last = { scene, fadeMs, at: timers.now() };
      pressed = null;
      return all((line) => line.send(scene, fadeMs));
    },
    full: (scene) => {
      // Pressed, and then recorded: what is under way at any lamp, and was not touched since, is not begun anew.
      if (pressed !== null && isDeepStrictEqual(pressed.scene, scene)) return pressed.outcomes;
      last = { scene, fadeMs: 0, at: timers.now() };
      const outcomes = all((line) => line.full(scene));
      const own = { scene, outcomes };
      pressed = own;
      void outcomes.then(() => {
        if (pressed === own) pressed = null;
      });
      return outcomes;
    },
    again: (ids) => {
      for (const line of lines) if (ids.includes(line.driver.id)) line.again();
    },
    lost: (id, code) => lines.find(({ driver }) => driver.id === id)?.lost(code),
    letGo: () => {
      last = null;
      for (const line of lines) line.letGo();
    },
    replace: (next, nextNames = nameless) => {
      const before = lines;
      pressed = null;
      names = nextNames;
      lines = next.map((driver) => before.find((line) => line.driver === driver) ?? open(driver));
      for (const line of before) if (!lines.includes(line)) line.close();
      for (const line of lines) if (!before.includes(line)) join(line);
      for (const listener of watching) listener(lamps());
    },
    lamps,
    onLater: (listener) => {
      later.add(listener);
      return () => void later.delete(listener);
    },
    onLamps: (listener) => {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
  };
}
