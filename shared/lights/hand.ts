import { zoneOf } from './level-at.ts';
import type { Scene, ZoneLevel, ZoneName } from './scene.ts';

/** Light for those who look after the patient: it stays what it is while the patient's is changed. */
const STAFFS: readonly ZoneName[] = ['task', 'floor'];

/** A small light at the nurse's side, 0 to 1, low enough for sleeping eyes. */
const TASK_LEVEL = 0.3;

/** The scene with another level around the patient; what is named for the task light and the floor stays. */
export function withRoomAt(scene: Scene, level: number): Scene {
  const kelvin = zoneOf(scene, 'room')?.kelvin ?? null;
  return { zones: [{ zone: 'room', level, kelvin }, ...scene.zones.filter(({ zone }) => STAFFS.includes(zone))] };
}

/** The scene with another level in one zone; all others stay where they are. */
export function withZoneAt(scene: Scene, zone: ZoneName, level: number): Scene {
  const wish: ZoneLevel = { zone, level, kelvin: zoneOf(scene, zone)?.kelvin ?? null };
  const known = scene.zones.some((entry) => entry.zone === zone);
  return {
    zones: known ? scene.zones.map((entry) => (entry.zone === zone ? wish : entry)) : [...scene.zones, wish],
  };
}

/** Whether the nurse's light burns by itself. */
export function hasTask(scene: Scene): boolean {
  return scene.zones.some(({ zone, level }) => zone === 'task' && level > 0);
}

/** The nurse's light on, never darker than the room; or going with the room again. */
export function withTask(scene: Scene, on: boolean): Scene {
  if (on) return withZoneAt(scene, 'task', Math.max(TASK_LEVEL, zoneOf(scene, 'room')?.level ?? 0));
  const others = scene.zones.filter(({ zone }) => zone !== 'task');
  return others.length === 0 ? scene : { zones: others };
}

/** Off, but for the nurse's light, which stays as it is. `lit`: zones in which lamps hang. */
export function withoutLight(scene: Scene, lit: readonly ZoneName[]): Scene {
  const named = scene.zones.some(({ zone }) => zone === 'task');
  const task = zoneOf(scene, 'task');
  const room: ZoneLevel = { zone: 'room', level: 0, kelvin: zoneOf(scene, 'room')?.kelvin ?? null };
  return { zones: task === null || (!named && !lit.includes('task')) ? [room] : [room, { ...task, zone: 'task' }] };
}
