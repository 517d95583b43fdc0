import type { ZoneName } from '../lights/scene.ts';
import { levelIn, plannedLight, type PlannedScene } from './planned.ts';

/** One corner of the drawn light: ms from the start, level 0 to 1. */
export interface LightPoint {
  readonly atMs: number;
  readonly level: number;
}

/** Pieces that a fade is drawn with. */
const PIECES = 16;

/** The light of a zone from `fromMs` to `toMs` (ms from the start), a fade in its true shape. */
export function lightLine(
  scenes: readonly PlannedScene[],
  zone: ZoneName,
  fromMs: number,
  toMs: number,
): readonly LightPoint[] {
  const moments = new Set([fromMs, toMs]);
  scenes.forEach(({ atMs, fadeMs }, index) => {
    const endMs = Math.min(atMs + fadeMs, scenes[index + 1]?.atMs ?? Infinity);
    for (let piece = 0; piece <= PIECES; piece += 1) moments.add(atMs + ((endMs - atMs) * piece) / PIECES);
  });
  const drawn = [...moments].filter((atMs) => atMs >= fromMs && atMs <= toMs).toSorted((a, b) => a - b);
  return drawn.flatMap((atMs) => {
    const level = levelIn(plannedLight(scenes, atMs), zone);
    // A light without a fade stands upright: where it came from is drawn as well.
    const jump = scenes.findIndex((one) => one.atMs === atMs && one.fadeMs === 0);
    if (jump < 0) return [{ atMs, level }];
    return [
      { atMs, level: levelIn(plannedLight(scenes.slice(0, jump), atMs), zone) },
      { atMs, level },
    ];
  });
}
