import type { Session } from '../session/state.ts';
import { darkestFor } from './floor.ts';
import { zoneOf } from './level-at.ts';
import { sceneAtLife } from './shown.ts';
import type { Scene, ZoneName } from './scene.ts';

/** The light of comfort for a patient who chose none, 0 to 1: enough to see a face by. */
export const COMFORT_LEVEL = 0.25;

/** The level that a patient is comforted in: the one they chose, else a soft one. */
export function comfortLevel(session: Pick<Session, 'intake'>): number {
  const chosen = darkestFor(session);
  return chosen > 0 ? chosen : COMFORT_LEVEL;
}

/** The light of comfort: that level around the patient, and nowhere darker than it is now. */
export function comfortScene(session: Pick<Session, 'intake' | 'lights'>, momentLifeMs: number): Scene {
  const now = sceneAtLife(session.lights, momentLifeMs);
  const level = comfortLevel(session);
  const zones = new Set<ZoneName>(['room', ...now.zones.map(({ zone }) => zone)]);
  return {
    zones: [...zones].map((zone) => {
      const before = zoneOf(now, zone);
      const lifted = zone === 'task' || zone === 'floor' ? 0 : level;
      return { zone, level: Math.max(before?.level ?? 0, lifted), kelvin: before?.kelvin ?? null };
    }),
  };
}
