import type { ChartEvent } from './events.ts';
import { widthOf } from './shapes.ts';

/** Where an event's sign stands: on which of two lines, and with its words beside it, or without. */
export interface EventLabel<T> {
  readonly event: T;
  readonly line: 0 | 1;
  readonly name: string | null;
}

/** The last label of a line: where its sign begins, and where what is drawn of it ends. */
interface Taken {
  readonly at: number;
  readonly to: number;
  readonly index: number;
}

const free: Taken = { at: -Infinity, to: -Infinity, index: -1 };

/**
 * A sign for each event at its moment, on two lines, and words beside it where they fit. A later sign never lies on words:
 * where neither line is free for it, the words before it give way.
 * @param events in the order of time
 * @param right where the place for words ends, as `xOf` counts
 */
export function eventLabels<T extends Pick<ChartEvent, 'atMs'>>(
  events: readonly T[],
  nameOf: (event: T) => string,
  font: number,
  xOf: (atMs: number) => number,
  right: number,
): readonly EventLabel<T>[] {
  const labels: EventLabel<T>[] = [];
  const last: [Taken, Taken] = [free, free];
  const signWidth = font * 0.8;
  events.forEach((event, index) => {
    const at = xOf(event.atMs);
    const width = widthOf(nameOf(event), font) + font * 1.4;
    const line = last[0].to <= at ? 0 : last[1].to <= at ? 1 : last[0].at <= last[1].at ? 0 : 1;
    const before = last[line];
    const covered = before.to > at ? labels[before.index] : undefined;
    if (covered !== undefined) labels[before.index] = { ...covered, name: null };
    const from = covered === undefined ? before.to : before.at + signWidth;
    const fits = from <= at && at + width <= right;
    labels.push({ event, line, name: fits ? nameOf(event) : null });
    last[line] = { at, to: at + (fits ? width : signWidth), index };
  });
  return labels;
}
