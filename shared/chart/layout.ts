import type { ChartModel } from './model.ts';
import { pressureRange, spo2Range, type ValueRange } from './scale.ts';

/** How much room there is, CSS pixels, and how large the words are drawn. */
export interface ChartPlace {
  readonly width: number;
  readonly height: number;
  readonly font: number;
}

/** A stretch of the height. */
export interface Row {
  readonly top: number;
  readonly bottom: number;
}

export interface ChartLayout {
  readonly place: ChartPlace;
  /** With every limit by name, times of day and words; else signs and numbers alone. */
  readonly detailed: boolean;
  readonly left: number;
  readonly right: number;
  /** Where names begin that stand at the right of the lines: clear of the frame around a reading at the very edge. */
  readonly names: number;
  readonly pressure: Row;
  readonly spo2: Row;
  /** Null where there is no room for them: a small chart has blood pressure, pulse and SpO2 alone. */
  readonly lanes: {
    readonly events: Row;
    readonly phases: Row;
    readonly music: Row;
    readonly light: Row;
  } | null;
  readonly axis: Row;
  readonly pressureRange: ValueRange;
  readonly spo2Range: ValueRange;
  /** Across, px, for a moment in ms from the start; what lies outside stays at the edge. */
  readonly x: (atMs: number) => number;
  readonly y: (value: number) => number;
  readonly ySpo2: (value: number) => number;
}

/** From this many lines of words down, the chart has all its words, or narrow lanes without them. */
const LINES = 30;
const LANE_LINES = 17.5;
/** From this many across. */
const COLUMNS = 40;

/** How high what stands below the blood pressure is, in lines of words; `gap` between two rows. */
const heights = {
  detailed: { light: 2.2, music: 1.5, phases: 1.5, events: 2.6, spo2: 4, axis: 2.5, top: 1.4, gap: 0.5 },
  lanes: { light: 1.5, music: 1.2, phases: 1.2, events: 2, spo2: 2.6, axis: 1.3, top: 0.7, gap: 0.3 },
} as const;

function valuesOf(model: ChartModel) {
  const parts = model.points.flatMap((point) => (point.parts === null ? [] : [point.parts]));
  const number = (value: number | null) => (value === null ? [] : [value]);
  const before = model.earlier?.sessions.flatMap(({ readings }) => readings) ?? [];
  return {
    pressures: [
      ...parts.flatMap((one) => number(one.pulse)),
      ...[...parts, ...before].flatMap((one) => [...number(one.systolic), ...number(one.diastolic)]),
    ],
    saturations: [...parts, ...before].flatMap((one) => number(one.spo2)),
  };
}

/** Where everything of a chart lies. All of it inside the place, rows in order without touching. */
export function layoutOf(model: ChartModel, place: ChartPlace): ChartLayout {
  const { width, height, font } = place;
  const wide = width >= COLUMNS * font;
  const detailed = wide && height >= LINES * font;
  const withLanes = wide && height >= LANE_LINES * font;
  const lines = heights[detailed ? 'detailed' : 'lanes'];
  const left = font * (detailed ? 3 : 2.4);
  // A small chart has no frame to keep clear of.
  const clear = withLanes ? 1.05 : 0.2;
  const right = width - font * (detailed ? 11.1 : withLanes ? 6.8 : 2.8);
  const axis = { top: height - font * lines.axis, bottom: height };
  const gap = font * (withLanes ? lines.gap : 0.5);
  // From below upwards; blood pressure takes what is left.
  let bottom = axis.top;
  const take = (count: number): Row => {
    const row = { top: bottom - gap - count * font, bottom: bottom - gap };
    bottom = row.top;
    return row;
  };
  const lanes = withLanes
    ? {
        light: take(lines.light),
        music: take(lines.music),
        phases: take(lines.phases),
        events: take(lines.events),
      }
    : null;
  const spo2 = take(withLanes ? lines.spo2 : Math.max(1.6, (height / font) * 0.2));
  const pressure = { top: font * lines.top, bottom: bottom - font };
  const values = valuesOf(model);
  const ranges = { pressureRange: pressureRange(values.pressures), spo2Range: spo2Range(values.saturations) };
  const across = Math.max(1, model.toMs - model.fromMs);
  return {
    ...{ place, detailed, left, right, names: right + font * clear, pressure, spo2, lanes, axis, ...ranges },
    x: (atMs) => left + (within(atMs, model.fromMs, model.toMs) - model.fromMs) * ((right - left) / across),
    y: (value) => heightOf(value, ranges.pressureRange, pressure),
    ySpo2: (value) => heightOf(value, ranges.spo2Range, spo2),
  };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function heightOf(value: number, { low, high }: ValueRange, { top, bottom }: Row): number {
  return top + ((high - within(value, low, high)) / (high - low)) * (bottom - top);
}
