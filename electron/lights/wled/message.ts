import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';

/** What is posted to `/json/state`. `tt` is the fade of this one message, in tenths of a second. */
export interface WledMessage {
  readonly on?: boolean;
  readonly bri?: number;
  readonly tt: number;
  readonly seg?: readonly [WledSegmentMessage] | WledSegmentMessage;
}

interface WledSegmentMessage {
  readonly id?: number;
  readonly on?: boolean;
  readonly bri?: number;
  readonly cct?: number;
}

/**
 * Longest fade in one message, ms. The documents allow 65,535 tenths of a second, but the strip counts milliseconds in
 * 16 bits: 70 s would be done after 4.5 s.
 */
export const LONGEST_STEP_MS = 60_000;
const FULL = 255;

/** Light of a strip, or of one segment: 0 is off. Kelvin is for strips with two whites. */
export function wledMessage(
  { dims, gamma }: Pick<Lamp, 'dims' | 'gamma'>,
  { segment }: Pick<TargetOf<'wled'>, 'segment'>,
  { level, kelvin }: { readonly level: number; readonly kelvin: number | null },
  fadeMs: number,
): WledMessage {
  const tt = Math.round(Math.min(fadeMs, LONGEST_STEP_MS) / 100);
  const white = kelvin === null ? {} : { cct: kelvin };
  if (segment === null) {
    if (level === 0) return { on: false, tt };
    return { on: true, bri: numberOf(dims, gamma, level), tt, ...(kelvin === null ? {} : { seg: white }) };
  }
  // A dark segment leaves its neighbours alone; a lit one needs the strip itself to be on, and not dimmed a second time.
  if (level === 0) return { tt, seg: [{ id: segment, on: false }] };
  return { on: true, bri: FULL, tt, seg: [{ id: segment, on: true, bri: numberOf(dims, gamma, level), ...white }] };
}

/** The strip's number for a level above 0; never 0, which would be off. */
function numberOf(dims: boolean, gamma: number, level: number): number {
  return dims ? Math.max(1, Math.round(level ** gamma * FULL)) : FULL;
}

/** The level that a strip's number stands for. */
export function levelOfNumber(number: number, gamma: number): number {
  return Math.min(1, Math.max(0, number / FULL)) ** (1 / gamma);
}
