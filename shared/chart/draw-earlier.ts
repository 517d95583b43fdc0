import { earlierBand, type BandSpot, type EarlierField, type EarlierSession } from './earlier.ts';
import type { ChartLayout } from './layout.ts';
import type { ChartModel } from './model.ts';
import type { ChartRole, Shape, Spot } from './shapes.ts';

/** Faint, below everything that is of today. */
const FILL = 0.12;
const EDGE = 0.35;

/** The patient's earlier infusions at the same minute: lowest to highest of each pressure, and of SpO2. */
export function earlierShapes({ earlier, fromMs, toMs }: ChartModel, { x, y, ySpo2 }: ChartLayout): Shape[] {
  if (earlier === null) return [];
  const of = (field: EarlierField, at: (value: number) => number, role: ChartRole): Shape[] =>
    bandOf(earlier.sessions, field).flatMap((piece): Shape[] => {
      const shown = piece.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
      const highest = shown.map(({ atMs, high }): Spot => [x(atMs), at(high)]);
      const lowest = shown.map(({ atMs, low }): Spot => [x(atMs), at(low)]);
      if (shown.length < 2) return [];
      return [
        { kind: 'area', spots: [...highest, ...lowest.toReversed()], role, alpha: FILL },
        // One earlier infusion alone has no width: its line is the band.
        { kind: 'path', spots: highest, role, width: 1, alpha: EDGE },
        { kind: 'path', spots: lowest, role, width: 1, alpha: EDGE },
      ];
    });
  return [...of('systolic', y, 'accent'), ...of('diastolic', y, 'accent'), ...of('spo2', ySpo2, 'calm')];
}

type Bands = Map<EarlierField, readonly (readonly BandSpot[])[]>;

/** Bands by what they are made of: a chart is drawn again with each size and each zoom, of the same earlier infusions. */
const bands = new WeakMap<readonly EarlierSession[], Bands>();

function bandOf(sessions: readonly EarlierSession[], field: EarlierField): readonly (readonly BandSpot[])[] {
  const known = bands.get(sessions) ?? (new Map() as Bands);
  const band = known.get(field) ?? earlierBand(sessions, field);
  bands.set(sessions, known.set(field, band));
  return band;
}
