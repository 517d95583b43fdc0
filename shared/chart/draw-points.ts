import type { Band } from '../vitals/bands.ts';
import type { ChartLayout } from './layout.ts';
import type { ChartModel } from './model.ts';
import type { ChartPoint } from './points.ts';
import { line, words, type ChartRole, type Shape, type Spot } from './shapes.ts';

const signs = { amber: '◆', red: '▲' } as const;

/** Systolic and diastolic: an open wedge down onto the one, up onto the other, joined by a bar. */
function pressureMarks(at: number, top: number, bottom: number, arm: number, role: ChartRole, alpha: number): Shape[] {
  const wedge = (tip: number, towards: number): Shape => ({
    kind: 'path',
    spots: [
      [at - arm, tip - towards * arm],
      [at, tip],
      [at + arm, tip - towards * arm],
    ],
    ...{ role, width: 2, alpha },
  });
  const bar: Shape = {
    kind: 'path',
    spots: [
      [at, top],
      [at, bottom],
    ],
    ...{ role, width: 2, alpha },
  };
  return [bar, wedge(top, 1), wedge(bottom, -1)];
}

function bandSign(band: Band, at: Spot, font: number): Shape[] {
  return band === 'ok' ? [] : [words([at[0], Math.max(font * 0.5, at[1])], signs[band], band, font, 'center')];
}

/** One writing of a reading: faint and struck through where it counts no more. */
function pointShapes(point: ChartPoint, layout: ChartLayout): Shape[] {
  const { x, y, place, detailed } = layout;
  const { font } = place;
  const at = x(point.atMs);
  const { parts, state } = point;
  if (parts === null) {
    return [words([at, layout.pressure.bottom - font * 0.6], '×', 'soft', font * 1.3, 'center')];
  }
  const counts = state === 'standing';
  const alpha = counts ? 1 : 0.5;
  const role: ChartRole = counts ? 'accent' : 'soft';
  const arm = font * (detailed ? 0.5 : 0.38);
  const shapes: Shape[] = [];
  const { systolic, diastolic, pulse } = parts;
  if (systolic !== null && diastolic !== null) {
    shapes.push(...pressureMarks(at, y(systolic), y(diastolic), arm, role, alpha));
    if (!counts) shapes.push(struckThrough(at, (y(systolic) + y(diastolic)) / 2, font));
    if (counts) shapes.push(...bandSign(point.bands.pressure, [at, y(systolic) - font * 1.1], font));
    if (counts && point.amended) shapes.push(words([at + arm + 1, y(diastolic)], '*', 'text', font * 1.2));
  }
  if (pulse !== null) {
    shapes.push({ kind: 'dot', at: [at, y(pulse)], radius: font * 0.28, role: counts ? 'text' : 'soft', alpha });
    if (counts) shapes.push(...bandSign(point.bands.pulse, [at + font * 0.9, y(pulse)], font));
  }
  return shapes;
}

function struckThrough(at: number, middle: number, font: number): Shape {
  return line([at - font * 0.8, middle + font * 0.5], [at + font * 0.8, middle - font * 0.5], 'text', 1.5);
}

/** What stands, in the order of time. */
function standing(model: ChartModel): readonly ChartPoint[] {
  return model.points.filter(({ state }) => state === 'standing');
}

/** A thin line through the values that there are. */
function through(spots: readonly Spot[], role: ChartRole): Shape[] {
  return spots.length < 2 ? [] : [{ kind: 'path', spots, role, width: 1.2, alpha: 0.7 }];
}

/** Blood pressure and pulse. */
export function pressurePoints(model: ChartModel, layout: ChartLayout): Shape[] {
  const { x, y } = layout;
  const pulses = standing(model).flatMap(({ parts, atMs }): Spot[] =>
    parts?.pulse == null ? [] : [[x(atMs), y(parts.pulse)]],
  );
  // What counts no more lies below what counts.
  const gone = model.points.filter(({ state }) => state !== 'standing');
  return [...through(pulses, 'text'), ...[...gone, ...standing(model)].flatMap((point) => pointShapes(point, layout))];
}

/** SpO2, as a line with a disc at each value. */
export function spo2Points(model: ChartModel, layout: ChartLayout): Shape[] {
  const { x, ySpo2, place } = layout;
  const { font } = place;
  const spots = standing(model).flatMap(({ parts, atMs }): Spot[] =>
    parts?.spo2 == null ? [] : [[x(atMs), ySpo2(parts.spo2)]],
  );
  const own = model.points.flatMap((point): Shape[] => {
    const value = point.parts?.spo2 ?? null;
    if (value === null) return [];
    const at: Spot = [x(point.atMs), ySpo2(value)];
    const counts = point.state === 'standing';
    const disc: Shape = {
      kind: 'dot',
      ...{ at, radius: font * 0.26, role: counts ? 'calm' : 'soft', alpha: counts ? 1 : 0.5 },
    };
    return counts ? [disc, ...bandSign(point.bands.spo2, [at[0], at[1] - font * 0.9], font)] : [disc];
  });
  return [...through(spots, 'calm'), ...own];
}
