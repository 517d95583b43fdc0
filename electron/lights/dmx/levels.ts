import { levelAt } from '../../../shared/lights/level-at.ts';
import type { Lamp, TargetOf } from '../../../shared/lights/lamps.ts';

/** Slots of one universe; channels count from 1. */
export const SLOTS = 512;

/** What turns a level into numbers. */
export type Response = Pick<Lamp, 'dims' | 'minimumLevel' | 'gamma'>;

/** Where a lamp is on its way: from one level to another, begun at `startedAt` (ms of the monotonic clock). */
export interface Course {
  readonly from: number;
  readonly to: number;
  readonly fadeMs: number;
  readonly startedAt: number;
}

/**
 * Level (0 to 1) at a moment of its course; exactly `to` from its end on. A fade out of darkness begins, and one into it
 * ends, at the lowest level that the lamp can show: what lies below would be a dark stretch of the fade.
 */
export function levelOn({ from, to, fadeMs, startedAt }: Course, minimumLevel: number, now: number): number {
  const elapsed = now - startedAt;
  if (elapsed >= fadeMs || from === to) return to;
  return levelAt(Math.max(from, minimumLevel), Math.max(to, minimumLevel), fadeMs, elapsed);
}

/**
 * Writes a level into a lamp's own slots and into no others. Any light asked for is at least the smallest number above
 * zero, so that rounding never makes a lamp darker than the patient accepts; only 0 is off.
 */
export function writeLevel(slots: Uint8Array, target: TargetOf<'dmx'>, response: Response, level: number): void {
  const coarse = target.channel - 1;
  // A wide lamp on the last channel has no room for its fine slot.
  const wide = target.wide && target.channel < SLOTS;
  const number = numberOf(response, level, wide ? 0xffff : 0xff);
  slots[coarse] = wide ? number >> 8 : number;
  if (wide) slots[coarse + 1] = number & 0xff;
}

function numberOf({ dims, minimumLevel, gamma }: Response, level: number, most: number): number {
  if (level <= 0) return 0;
  if (!dims) return most;
  const shown = Math.min(1, Math.max(level, minimumLevel));
  return Math.max(1, Math.round(shown ** gamma * most));
}
