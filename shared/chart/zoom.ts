import { levelAt } from '../lights/level-at.ts';
import type { ChartFade, ChartModel } from './model.ts';

const MINUTE = 60_000;
/** The shortest stretch that is shown, ms. */
export const LEAST_RANGE_MS = 3 * MINUTE;

/** A stretch of a chart, ms from the start of the infusion. */
export interface ChartRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch as it can be shown: inside the whole, no shorter than the shortest. */
export function fittedRange({ fromMs, toMs }: ChartRange, whole: ChartRange): ChartRange {
  const longest = Math.max(0, whole.toMs - whole.fromMs);
  const length = Math.min(longest, Math.max(LEAST_RANGE_MS, Math.abs(toMs - fromMs)));
  const middle = (fromMs + toMs) / 2;
  const from = Math.min(Math.max(whole.fromMs, middle - length / 2), whole.toMs - length);
  return { fromMs: from, toMs: from + length };
}

/** Nearer (`factor` below 1) or further, around a moment that stays where it is. */
export function zoomedRange(range: ChartRange, whole: ChartRange, factor: number, aroundMs: number): ChartRange {
  const wanted = (range.toMs - range.fromMs) * factor;
  const length = Math.min(whole.toMs - whole.fromMs, Math.max(LEAST_RANGE_MS, wanted));
  const share = (aroundMs - range.fromMs) / Math.max(1, range.toMs - range.fromMs);
  const fromMs = aroundMs - length * Math.min(1, Math.max(0, share));
  return fittedRange({ fromMs, toMs: fromMs + length }, whole);
}

/** The same length, further on or back by a share of itself. */
export function movedRange(range: ChartRange, whole: ChartRange, share: number): ChartRange {
  const by = (range.toMs - range.fromMs) * share;
  return fittedRange({ fromMs: range.fromMs + by, toMs: range.toMs + by }, whole);
}

/** Whether a stretch is all there is. */
export function isWhole(range: ChartRange, whole: ChartRange): boolean {
  return range.fromMs <= whole.fromMs && range.toMs >= whole.toMs;
}

/** The chart of a stretch alone: what lies outside is not drawn at its edge, but not at all. */
export function zoomedModel(model: ChartModel, { fromMs, toMs }: ChartRange): ChartModel {
  const inside = ({ atMs }: { readonly atMs: number }): boolean => atMs >= fromMs && atMs <= toMs;
  const cut = <T extends ChartRange>(spans: readonly T[]): T[] =>
    spans.flatMap((span) => {
      const from = Math.max(fromMs, span.fromMs);
      const to = Math.min(toMs, span.toMs);
      return to > from ? [{ ...span, fromMs: from, toMs: to }] : [];
    });
  return {
    ...model,
    ...{ fromMs, toMs },
    points: model.points.filter(inside),
    events: model.events.filter(inside),
    parts: cut(model.parts),
    music: cut(model.music),
    light: model.light.flatMap((fade) => cutFade(fade, fromMs, toMs)),
  };
}

/** A fade from where it stands at the stretch's beginning: what is left of its length leads on to the same level. */
function cutFade(fade: ChartFade, fromMs: number, toMs: number): ChartFade[] {
  const begin = Math.max(fromMs, fade.fromMs);
  const end = Math.min(toMs, fade.toMs);
  if (end <= begin) return [];
  const over = begin - fade.fromMs;
  const from = levelAt(fade.from, fade.to, fade.fadeMs, over);
  return [{ ...fade, fromMs: begin, toMs: end, from, fadeMs: Math.max(0, fade.fadeMs - over) }];
}
