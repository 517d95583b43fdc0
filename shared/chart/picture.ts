import type { ChartWords } from './chart-words.ts';
import { axes, limitLines } from './draw-axes.ts';
import { earlierShapes } from './draw-earlier.ts';
import { lanes } from './draw-lanes.ts';
import { moments } from './draw-moments.ts';
import { pressurePoints, spo2Points } from './draw-points.ts';
import { layoutOf, type ChartPlace } from './layout.ts';
import type { ChartModel } from './model.ts';
import type { Shape } from './shapes.ts';

/**
 * A session's chart as shapes, in the order in which they are drawn.
 * @param chosen the reading that a reader stands on, by id; null: none
 */
export function pictureOf(
  model: ChartModel,
  place: ChartPlace,
  text: ChartWords,
  chosen: string | null,
): readonly Shape[] {
  const layout = layoutOf(model, place);
  // A box that is folded away: nothing to be read there.
  if (layout.pressure.bottom <= layout.pressure.top || layout.right <= layout.left) return [];
  return [
    ...earlierShapes(model, layout),
    ...axes(model, layout, text),
    ...moments(model, layout, text),
    ...limitLines(model, layout, text),
    ...lanes(model, layout, text),
    ...pressurePoints(model, layout),
    ...spo2Points(model, layout),
    ...chosenFrame(model, chosen, layout),
  ];
}

/** A frame around the reading that is read out. */
function chosenFrame(model: ChartModel, chosen: string | null, layout: ReturnType<typeof layoutOf>): Shape[] {
  const point = model.points.find(({ readingId, state }) => readingId === chosen && state !== 'original');
  if (point === undefined) return [];
  const { x, left, names, pressure, spo2, place } = layout;
  const { font } = place;
  // At an edge it leaves the numbers and names beside the lines free.
  const from = Math.max(x(point.atMs) - font * 0.9, left - font * 0.4);
  const to = Math.min(x(point.atMs) + font * 0.9, names - font * 0.1);
  return [
    {
      kind: 'path',
      spots: [
        [from, pressure.top],
        [to, pressure.top],
        [to, spo2.bottom],
        [from, spo2.bottom],
        [from, pressure.top],
      ],
      ...{ role: 'accent', width: 2 },
    },
  ];
}
