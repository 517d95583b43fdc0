import type { ChartWords } from './chart-words.ts';
import type { ChartLayout } from './layout.ts';
import type { ChartModel } from './model.ts';
import { box, line, widthOf, words, type ChartRole, type Shape } from './shapes.ts';

/** A line over the whole height. */
interface Upright {
  readonly atMs: number;
  readonly role: ChartRole;
  readonly width: number;
  readonly dash: readonly number[];
  /** Above it; empty: none. */
  readonly name: string;
}

/** The start, when the time was up, the planned end or the pump's stop, and now. */
function uprightsOf({ started, events, end, nowMs }: ChartModel, text: ChartWords): Upright[] {
  const timeUp = events.find(({ kind }) => kind === 'timeUp');
  // Once the time is up, the end that nobody confirmed moves on with now.
  const isEnd = started && (end.stopped || nowMs === null || end.atMs > nowMs);
  const endName = end.stopped ? text.stopped : text.plannedEnd;
  const lines: (Upright | null)[] = [
    { atMs: 0, role: 'soft', width: 1, dash: [], name: '' },
    timeUp === undefined ? null : { atMs: timeUp.atMs, role: 'soft', width: 1.5, dash: [2, 3], name: text.timeUp },
    isEnd ? { atMs: end.atMs, role: 'soft', width: 1.5, dash: end.stopped ? [] : [6, 4], name: endName } : null,
    nowMs === null ? null : { atMs: nowMs, role: 'text', width: 1.2, dash: [], name: text.now },
  ];
  return lines.filter((one) => one !== null);
}

interface Label {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly role: ChartRole;
}

/** Names above their lines, in the order of time; those that would lie over one another stand as one. */
function labelsOf(uprights: readonly Upright[], { x, left, right, place }: ChartLayout): Label[] {
  const labels: Label[] = [];
  for (const { atMs, name, role } of uprights.filter((one) => one.name !== '').toSorted((a, b) => a.atMs - b.atMs)) {
    let own = placed(x(atMs), name, role);
    for (
      let before = labels.at(-1);
      before !== undefined && own.from < before.to + place.font;
      before = labels.at(-1)
    ) {
      labels.pop();
      own = placed((before.from + before.to + own.from + own.to) / 4, `${before.name} · ${own.name}`, role);
    }
    labels.push(own);
  }
  return labels;

  function placed(at: number, name: string, role: ChartRole): Label {
    const half = widthOf(name, place.font) / 2;
    const middle = Math.min(right - half, Math.max(left + half, at));
    return { from: middle - half, to: middle + half, name, role };
  }
}

/** Pauses, when the time was up, the planned end or the pump's stop, and now: over the whole height. */
export function moments(model: ChartModel, layout: ChartLayout, text: ChartWords): Shape[] {
  const { axis, place, detailed, x } = layout;
  const { font } = place;
  const top = detailed ? font * 1.2 : 0;
  const shades = model.parts
    .filter(({ kind, toMs }) => kind === 'pause' && toMs > model.fromMs)
    .map(({ fromMs, toMs }) => box([x(fromMs), top], [Math.max(x(fromMs) + 2, x(toMs)), axis.top], 'soft', 0.22));
  const shown = uprightsOf(model, text).filter(({ atMs }) => atMs >= model.fromMs && atMs <= model.toMs);
  const lines = shown.map(({ atMs, role, width, dash }) =>
    line([x(atMs), top], [x(atMs), axis.top], role, width, dash),
  );
  const labels = detailed ? labelsOf(shown, layout) : [];
  return [
    ...shades,
    ...lines,
    ...labels.map(({ from, to, name, role }) => words([(from + to) / 2, font * 0.55], name, role, font, 'center')),
  ];
}
