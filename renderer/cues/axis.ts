import type { Cue } from '../../shared/cues/cue.ts';
import { plannedMs, type Sheet } from '../../shared/cues/planned.ts';

const MINUTE = 60_000;
/** Shown before the start, and at least after zero, ms. */
const BEFORE_MS = 2 * MINUTE;
const AFTER_MS = 15 * MINUTE;
/** Free at both ends, for the names of lanes and of levels, pixels. */
const LEFT = 84;
const RIGHT = 56;

/** The time that is drawn, ms from the start, over so many pixels. */
export interface Axis {
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
}

/** An axis for a sheet, a little longer than its last cue. */
export function axisOf(sheet: Sheet, width: number): Axis {
  const ends = sheet.cues.map((cue) => plannedMs(cue, sheet.infusionMs) + fadeOf(cue) + 3 * MINUTE);
  return { fromMs: -BEFORE_MS, toMs: Math.max(sheet.infusionMs + AFTER_MS, ...ends), width };
}

/** Pixels from the left. */
export function xOf({ fromMs, toMs, width }: Axis, atMs: number): number {
  return LEFT + ((width - LEFT - RIGHT) * (atMs - fromMs)) / (toMs - fromMs);
}

/** How long so many pixels are, ms. */
export function msOf({ fromMs, toMs, width }: Axis, pixels: number): number {
  return (pixels * (toMs - fromMs)) / Math.max(1, width - LEFT - RIGHT);
}

/** Moments of the ruler: every 5 or 10 minutes between the start and T−5, which have words of their own. */
export function ticksOf(axis: Axis, infusionMs: number): readonly number[] {
  const step = msOf(axis, 44) > 5 * MINUTE ? 10 * MINUTE : 5 * MINUTE;
  const count = Math.ceil((infusionMs - 6 * MINUTE) / step) - 1;
  return Array.from({ length: Math.max(0, count) }, (_none, index) => (index + 1) * step);
}

/** A whole step of time. */
export function snapped(ms: number, stepMs: number): number {
  return Math.round(ms / stepMs) * stepMs;
}

/** Which row of chips a cue stands in, so that no two cover each other: the first free one, else the last. */
export function rowsOf(lefts: readonly number[], chipWidth: number, rows: number): readonly number[] {
  const ends = Array.from({ length: rows }, () => -Infinity);
  return lefts.map((left) => {
    const free = ends.findIndex((end) => end <= left);
    const row = free < 0 ? rows - 1 : free;
    ends[row] = left + chipWidth;
    return row;
  });
}

function fadeOf({ action }: Cue): number {
  return action.kind === 'scene' ? action.fadeMs : 0;
}
