import type { Scene, ZoneLevel, ZoneName } from './scene.ts';

/**
 * Exponent between a lamp's level and how bright it looks: perceived lightness goes roughly with the cube root of light
 * (CIE 1976 L*), so a fade that is linear in the root looks even to the eye.
 */
const LIGHTNESS_EXPONENT = 3;

const lightness = (level: number): number => level ** (1 / LIGHTNESS_EXPONENT);

/** Level (0 to 1) of a fade that looks even, `elapsedMs` after it began. Monotone; exactly `from` and `to` at its ends. */
export function levelAt(from: number, to: number, fadeMs: number, elapsedMs: number): number {
  if (elapsedMs >= fadeMs) return to;
  if (elapsedMs <= 0) return from;
  const share = elapsedMs / fadeMs;
  const root = lightness(from) + (lightness(to) - lightness(from)) * share;
  const level = root ** LIGHTNESS_EXPONENT;
  return Math.min(Math.max(level, Math.min(from, to)), Math.max(from, to));
}

/** A zone's light in a scene; `room` stands for every zone not named. Null where the scene says nothing of it. */
export function zoneOf(scene: Scene, zone: ZoneName): ZoneLevel | null {
  const named = scene.zones.find((entry) => entry.zone === zone);
  return named ?? scene.zones.find((entry) => entry.zone === 'room') ?? null;
}

function kelvinAt(from: number | null, to: number | null, share: number): number | null {
  return from === null || to === null ? to : Math.round(from + (to - from) * share);
}

/** The scene `elapsedMs` into a fade: zones of the target, each from where it stood before. */
export function sceneAt(from: Scene, to: Scene, fadeMs: number, elapsedMs: number): Scene {
  const share = fadeMs === 0 ? 1 : Math.min(1, Math.max(0, elapsedMs / fadeMs));
  if (share === 1) return to;
  const zones = to.zones.map((target) => {
    const start = zoneOf(from, target.zone) ?? target;
    return {
      zone: target.zone,
      level: levelAt(start.level, target.level, fadeMs, elapsedMs),
      kelvin: kelvinAt(start.kelvin, target.kelvin, share),
    };
  });
  return { zones };
}
