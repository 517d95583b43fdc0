import type { Scene, ZoneName } from '../../shared/lights/scene.ts';
import { zoneOf } from '../../shared/lights/level-at.ts';

/** What a lamp can do; a scene is fitted to it before it is sent. */
export interface LightCapabilities {
  /** Zones it lights; `room` alone for a lamp that knows no zones. */
  readonly zones: readonly ZoneName[];
  /** Colour temperatures it can make, kelvin; null where it has one white. */
  readonly kelvin: { readonly min: number; readonly max: number } | null;
  /** Whether one message carries a whole fade; where not, `fader.ts` makes frames. */
  readonly ownFades: boolean;
  /** Lowest level at which it gives light at all, 0 to 1; 0 itself is always off. */
  readonly minimumLevel: number;
}

/** How one message to one lamp ended. `code` is a key of the text catalogue (`light.<code>`). */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'timeout' };

/** A lamp, or a group of lamps that is one to us. */
export interface LightDriver {
  readonly id: string;
  readonly capabilities: LightCapabilities;
  /**
   * Leads the lamp to a scene in `fadeMs` of real time, from wherever it is; a newer call replaces an older one.
   * Resolves once the lamp has taken the message, not once the fade is over. May throw; must give up on `signal`.
   */
  readonly send: (scene: Scene, fadeMs: number, signal: AbortSignal) => Promise<Outcome>;
  /**
   * The emergency's way, at once: bypasses pacing, drops what is queued, aborts what is open. Resolves on the lamp's
   * acknowledgement where it gives one, otherwise with the last byte sent. Absent: `send` without a fade does that.
   */
  readonly full?: (scene: Scene, signal: AbortSignal) => Promise<Outcome>;
}

/** Time, passed in. */
export interface Timers {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Calls once after `ms`; the returned function takes it back. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** The scene in the words of one lamp: its zones, its colour temperatures, no level at which it would flicker out. */
export function fitScene(scene: Scene, { zones, kelvin, minimumLevel }: LightCapabilities): Scene {
  const fitted = zones.flatMap((zone) => {
    const wish = zoneOf(scene, zone);
    if (wish === null) return [];
    const level = wish.level === 0 ? 0 : Math.max(wish.level, minimumLevel);
    const white =
      wish.kelvin === null || kelvin === null ? null : Math.min(Math.max(wish.kelvin, kelvin.min), kelvin.max);
    return [{ zone, level, kelvin: white }];
  });
  return { zones: fitted };
}
