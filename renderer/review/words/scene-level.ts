import type { Scene } from '../../../shared/lights/scene.ts';

/** The level of the room's zone, 0 to 1; of the first named one where the scene speaks of others only. */
export function levelOf(scene: Scene): number {
  return scene.zones.find((zone) => zone.zone === 'room')?.level ?? scene.zones[0]?.level ?? 0;
}
