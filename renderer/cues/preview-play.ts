import { PREVIEW_RATE, previewSpan } from '../../shared/cues/preview-run.ts';
import type { Sheet } from '../../shared/cues/planned.ts';

/** Where a preview is: `atMs` (ms from the start) at `sinceMs` of the passed-in clock, and whether it runs from there. */
export interface PreviewPlay {
  readonly running: boolean;
  readonly atMs: number;
  readonly sinceMs: number;
}

/** A preview at its beginning, not yet played. */
export function previewAtStart(sheet: Sheet): PreviewPlay {
  return { running: false, atMs: previewSpan(sheet).fromMs, sinceMs: 0 };
}

/** The moment that is shown now, ms from the start; never beyond the end. */
export function momentNow(play: PreviewPlay, sheet: Sheet, nowMs: number): number {
  const { toMs } = previewSpan(sheet);
  return play.running ? Math.min(toMs, play.atMs + (nowMs - play.sinceMs) * PREVIEW_RATE) : play.atMs;
}

/** Plays on, or from the beginning where it had come to its end. */
export function played(play: PreviewPlay, sheet: Sheet, nowMs: number): PreviewPlay {
  const { fromMs, toMs } = previewSpan(sheet);
  const atMs = momentNow(play, sheet, nowMs);
  return { running: true, atMs: atMs >= toMs ? fromMs : atMs, sinceMs: nowMs };
}

/** Stands still where it is. */
export function paused(play: PreviewPlay, sheet: Sheet, nowMs: number): PreviewPlay {
  return { running: false, atMs: momentNow(play, sheet, nowMs), sinceMs: nowMs };
}

/** At another moment, running or not as before. */
export function soughtTo(play: PreviewPlay, atMs: number, nowMs: number): PreviewPlay {
  return { ...play, atMs, sinceMs: nowMs };
}
