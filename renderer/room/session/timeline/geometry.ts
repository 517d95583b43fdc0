import type { Timeline } from '../../../../shared/session/timeline.ts';
import type { MusicPhase } from '../../../../shared/music/set.ts';

/** Share of the width that the pre-checks take, however long they last, and the gap behind them; per cent. */
const BEFORE = 11;
const GAP = 0.4;

/** Where a moment (ms from the start of the infusion) lies across the timeline, per cent of the width. */
export function across(timeline: Pick<Timeline, 'fromMs' | 'toMs'>, atMs: number): number {
  const { fromMs, toMs } = timeline;
  if (atMs < 0) return fromMs >= 0 ? BEFORE : (BEFORE * Math.max(0, atMs - fromMs)) / -fromMs;
  const from = BEFORE + GAP;
  return toMs <= 0 ? from : from + ((100 - from) * Math.min(atMs, toMs)) / toMs;
}

/** How high each phase of the music stands in the arc, 0 to 1: how far it carries, not how loud it is. */
const height: Readonly<Record<MusicPhase, number>> = {
  arrive: 0.15,
  onset: 0.4,
  build: 0.75,
  peak: 1,
  return: 0.5,
  recovery: 0.2,
};

export interface ArcPhase {
  readonly phase: MusicPhase;
  readonly atMs: number;
}

/** The music's phases as one soft line in a box of 100 by 100; empty where there are none. */
export function musicArc(timeline: Pick<Timeline, 'fromMs' | 'toMs'>, phases: readonly ArcPhase[]): string {
  const points = phases.map(({ phase, atMs }, index) => {
    const endMs = phases[index + 1]?.atMs ?? timeline.toMs;
    return { x: across(timeline, (atMs + endMs) / 2), y: 100 - 100 * height[phase] };
  });
  const first = points[0];
  const start = phases[0];
  if (first === undefined || start === undefined) return '';
  const begin = `M ${round(across(timeline, start.atMs))} ${round(first.y)} L ${round(first.x)} ${round(first.y)}`;
  const curves = points.slice(1).map((point, index) => {
    const before = points[index] ?? first;
    const middle = round((before.x + point.x) / 2);
    return `C ${middle} ${round(before.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
  });
  return [begin, ...curves, `L 100 ${round(points.at(-1)?.y ?? first.y)}`].join(' ');
}

/** Where the arc is highest, per cent of the width: the one place where words fit under it. */
export function arcTop(timeline: Pick<Timeline, 'fromMs' | 'toMs'>, phases: readonly ArcPhase[]): number {
  const top = phases.toSorted((a, b) => height[b.phase] - height[a.phase])[0];
  if (top === undefined) return 50;
  const endMs = phases[phases.indexOf(top) + 1]?.atMs ?? timeline.toMs;
  return across(timeline, (top.atMs + endMs) / 2);
}

/** A label on one line: where it would begin, and its width, both per cent of the line's. */
export interface Label {
  readonly at: number;
  readonly width: number;
}

/**
 * Where each of these labels begins so that none lies over another, or null for one that finds no room; in their order. One
 * that would reach beyond the line ends where it does. Of two that touch, the one further right is left out.
 */
export function labelPlaces(labels: readonly Label[]): readonly (number | null)[] {
  const places = new Map<Label, number>();
  let free = 0;
  for (const label of labels.toSorted((a, b) => a.at - b.at)) {
    const begin = Math.min(label.at, 100 - label.width);
    if (begin < free) continue;
    places.set(label, begin);
    free = begin + label.width;
  }
  return labels.map((label) => places.get(label) ?? null);
}

const round = (value: number) => Math.round(value * 10) / 10;
