import type { Session } from '../session/state.ts';
import { zoneOf } from './level-at.ts';
import type { Scene, ZoneName } from './scene.ts';
import { sceneAtLife } from './shown.ts';

/** Light on the floor and at the nurse's side for somebody who gets up, 0 to 1. */
export const UP_LEVEL = 0.4;
/** The least light of the room then, 0 to 1: enough for the way where nothing hangs near the floor, little for wide eyes. */
export const UP_ROOM_LEVEL = 0.15;

/** The light to get up in: floor and task light on, the room a little; nowhere darker than it is now. */
export function upScene(session: Pick<Session, 'lights'>, momentLifeMs: number): Scene {
  const now = sceneAtLife(session.lights, momentLifeMs);
  const zones = new Set<ZoneName>(['room', ...now.zones.map(({ zone }) => zone), 'floor', 'task']);
  return {
    zones: [...zones].map((zone) => {
      const before = zoneOf(now, zone);
      const least = zone === 'floor' || zone === 'task' ? UP_LEVEL : UP_ROOM_LEVEL;
      return { zone, level: Math.max(before?.level ?? 0, least), kelvin: before?.kelvin ?? null };
    }),
  };
}
