import type { Scene, ZoneLevel } from '../lights/scene.ts';
import { roomScene } from '../lights/scene.ts';
import type { Session } from './state.ts';

/** A lamp that did not take what it was sent last. `name` is what the clinic calls it; null for a light of the app's own. */
export interface LampFailure {
  readonly driver: string;
  readonly name: string | null;
  readonly code: string;
}

/** What people asked of the light beyond where it stands. */
export interface Lighting {
  /** Light cues wait since then; null where they do not. */
  readonly held: { readonly lifeMs: number; readonly at: number } | null;
  /** Comfort is on: what it changed, to go back to. */
  readonly comfort: {
    readonly lifeMs: number;
    readonly at: number;
    readonly before: Scene;
    /** The music was made softer by it, not before it. */
    readonly softened: boolean;
  } | null;
  /** The patient is up: where the light was before; `before` null where nobody had touched it. */
  readonly away: { readonly before: Scene | null } | null;
  /** Where the last light cue that was carried out led; null before the first. */
  readonly sheet: Scene | null;
  /** The nurse's light, as they set it by hand; null: it goes with the room, or as a cue says. */
  readonly task: ZoneLevel | null;
  /** The patient is shown the darkest light since then. */
  readonly darkest: { readonly lifeMs: number; readonly before: Scene } | null;
  /** Lamps that did not take their last scene. */
  readonly failed: readonly LampFailure[];
}

export const noLighting: Lighting = {
  held: null,
  comfort: null,
  away: null,
  sheet: null,
  task: null,
  darkest: null,
  failed: [],
};

/** Where the light was last led; full before anybody touched it. */
export function lastScene({ lights }: Pick<Session, 'lights'>): Scene {
  return lights?.scene ?? roomScene(1, null);
}

/** Whether light cues wait for a press: a person holds the light, the patient is being comforted in it, or they are up. */
export function lightWaits({ lighting }: Pick<Session, 'lighting'>): boolean {
  return lighting.held !== null || lighting.comfort !== null || lighting.away !== null;
}
