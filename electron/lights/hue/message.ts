import type { Lamp } from '../../../shared/lights/lamps.ts';
import type { ZoneLevel } from '../../../shared/lights/scene.ts';

/** What is put to a `light` or `grouped_light`. */
export interface HueMessage {
  readonly on: { readonly on: boolean };
  readonly dimming?: { readonly brightness: number };
  readonly color_temperature?: { readonly mirek: number };
  readonly dynamics?: { readonly duration: number };
}

/** Longest fade that the bridge takes, ms; it refuses more. Cues fade for at most 30 minutes. */
export const LONGEST_FADE_MS = 6_000_000;
/** Zero per cent is none of its brightnesses: `on` says that. One step of 254 is the least that it tells from it. */
const LOWEST_BRIGHTNESS = 0.4;
const MIREK = { min: 153, max: 500 };

/**
 * One message that carries a whole fade. Off is `on: false` with the fade: the lamp dims down and then goes out, and
 * keeps no brightness worth returning to; so light always comes with its brightness.
 */
export function hueMessage(
  { dims, gamma }: Pick<Lamp, 'dims' | 'gamma'>,
  wish: Pick<ZoneLevel, 'level' | 'kelvin'>,
  fadeMs: number,
): HueMessage {
  const on = { on: wish.level > 0 };
  if (!dims) return { on };
  const dynamics = { duration: Math.min(Math.round(fadeMs), LONGEST_FADE_MS) };
  if (!on.on) return { on, dynamics };
  const dimming = { brightness: brightnessOf(wish.level, gamma) };
  if (wish.kelvin === null) return { on, dimming, dynamics };
  return { on, dimming, color_temperature: { mirek: mirekOf(wish.kelvin) }, dynamics };
}

/** Per cent, to a hundredth; rises with the level. */
export function brightnessOf(level: number, gamma: number): number {
  return Math.max(LOWEST_BRIGHTNESS, Math.round(level ** gamma * 10_000) / 100);
}

/** Reciprocal megakelvin, the bridge's measure of white. */
export function mirekOf(kelvin: number): number {
  return Math.min(Math.max(Math.round(1_000_000 / kelvin), MIREK.min), MIREK.max);
}
