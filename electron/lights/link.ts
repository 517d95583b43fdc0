import type { Connection, Lamp, LinkHealth, Target } from '../../shared/lights/lamps.ts';
import type { LightDriver, Timers } from './port.ts';

/** A lamp that a connection offers, to be chosen at set-up. */
export interface FoundLamp {
  readonly name: string;
  readonly target: Target;
  readonly dims: boolean;
  readonly kelvin: Lamp['kelvin'];
}

/** An open way to lamps. */
export interface LightLink {
  readonly connectionId: string;
  /** One for each lamp, `id` is the lamp's; in the order in which they were given. */
  readonly drivers: readonly LightDriver[];
  readonly health: () => LinkHealth;
  /** What it offers; empty where it cannot tell. Throws `LightError` where it does not answer. */
  readonly find: (signal: AbortSignal) => Promise<readonly FoundLamp[]>;
  /** Gives up sockets and timers. Lamps stay as they are. */
  readonly close: () => Promise<void>;
}

export interface LinkParts {
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  /** Application key, password or token; null where there is none. */
  readonly secret: string | null;
  /** Told when the health changes. */
  readonly onHealth: (health: LinkHealth) => void;
  /** Told where a lamp did not arrive where its fade led, after the message itself was taken. */
  readonly onLost: (lampId: string, code: string) => void;
}

/** Opens a way. Returns at once and never throws: connecting is its own affair, told by `onHealth`. */
export type OpenLink<C extends Connection> = (connection: C, lamps: readonly Lamp[], parts: LinkParts) => LightLink;
