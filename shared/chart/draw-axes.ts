import type { ChartWords } from './chart-words.ts';
import type { ChartLayout } from './layout.ts';
import { strictest, type ChartLimit } from './limits.ts';
import type { ChartModel } from './model.ts';
import { minuteTicks, spo2Ticks, valueTicks } from './scale.ts';
import { line, words, type ChartRole, type Shape } from './shapes.ts';

const MINUTE = 60_000;
/** Amber and red differ by their dashes as well. */
const dashes = { amber: [2, 4], red: [9, 4] } as const;

/** Numbers on every axis, with a thin line at each. */
export function axes(model: ChartModel, layout: ChartLayout, text: ChartWords): Shape[] {
  const { left, right, pressure, spo2, axis, place, detailed, x, y, ySpo2 } = layout;
  const { font } = place;
  const room = font * 1.25;
  const across = (at: number, label: string): Shape[] => [
    line([left, at], [right, at], 'line', 1),
    words([left - font * 0.5, at], label, 'soft', font, 'right'),
  ];
  const top = detailed ? pressure.top - font : 0;
  const minutes = minuteTicks(model.fromMs, model.toMs, right - left, font * 4);
  return [
    ...valueTicks(layout.pressureRange, pressure.bottom - pressure.top, room).flatMap((value) =>
      across(y(value), String(value)),
    ),
    ...spo2Ticks(layout.spo2Range, spo2.bottom - spo2.top, room).flatMap((value) =>
      across(ySpo2(value), String(value)),
    ),
    ...minutes.flatMap((minute): Shape[] => {
      const at = x(minute * MINUTE);
      const label = words([at, axis.top + font * 0.65], text.minute(minute), 'soft', font, 'center');
      if (!detailed) return [label];
      const time = text.time(model.startAt + minute * MINUTE);
      return [
        line([at, pressure.top], [at, axis.top], 'line', 1),
        label,
        words([at, axis.top + font * 1.85], time, 'soft', font, 'center'),
      ];
    }),
    ...(detailed
      ? [
          words([0, top + font * 0.1], text.pressure, 'soft', font),
          words([layout.names, spo2.top], text.spo2, 'soft', font),
        ]
      : []),
  ];
}

function drawn(limits: readonly ChartLimit[], detailed: boolean): readonly ChartLimit[] {
  const own = detailed ? limits : strictest(limits);
  // Pulse has its own limits; as lines over the blood pressure they would be read as its.
  return own.filter(
    ({ field, side }) =>
      field === 'spo2' || (side === 'high' && field !== 'pulse' && (detailed || field === 'systolic')),
  );
}

/** Labels of one side pushed apart downwards until none lies on another; in the order of their heights. */
export function apart(heights: readonly number[], room: number): number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? -Infinity) + room));
  return placed;
}

/** A line across with its name at the right. */
interface Named {
  readonly at: number;
  readonly name: string;
  readonly role: ChartRole;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

function limitsIn(model: ChartModel, layout: ChartLayout, text: ChartWords, row: 'pressure' | 'spo2'): Named[] {
  const { detailed, y, ySpo2 } = layout;
  const { low, high } = row === 'spo2' ? layout.spo2Range : layout.pressureRange;
  const counts = strictest(model.limits);
  return (
    drawn(model.limits, detailed)
      .filter(({ field }) => (field === 'spo2') === (row === 'spo2'))
      // A limit beyond the scale would be drawn at its edge, where it is not.
      .filter(({ value }) => value >= low && value <= high)
      .map((limit) => ({
        at: row === 'spo2' ? ySpo2(limit.value) : y(limit.value),
        name: detailed ? text.limit(limit) : text.shortLimit(limit),
        role: limit.level,
        width: limit.field === 'diastolic' ? 1 : 1.5,
        dash: dashes[limit.level],
        alpha: counts.includes(limit) ? 1 : 0.5,
      }))
  );
}

/** The patient's own baseline, thin across. */
function baselineIn({ baseline }: ChartModel, { y, detailed }: ChartLayout, text: ChartWords): Named[] {
  if (baseline === null || baseline.systolic === null || baseline.diastolic === null) return [];
  const name = detailed ? text.baseline(baseline) : '';
  const look = { role: 'accent', width: 1, dash: [1, 3], alpha: 1 } as const;
  return [
    { ...look, at: y(baseline.systolic), name },
    { ...look, at: y(baseline.diastolic), name: '' },
  ];
}

/** The limits of this patient and their baseline, as lines over what they speak of, named at the right. */
export function limitLines(model: ChartModel, layout: ChartLayout, text: ChartWords): Shape[] {
  const { left, right, names, place } = layout;
  const { font } = place;
  const rows = [
    [...limitsIn(model, layout, text, 'pressure'), ...baselineIn(model, layout, text)],
    limitsIn(model, layout, text, 'spo2'),
  ];
  return rows.flatMap((row) => {
    const named = row.filter(({ name }) => name !== '').toSorted((a, b) => a.at - b.at);
    const heights = apart(
      named.map(({ at }) => at),
      font * 1.15,
    );
    const lines = row.map(({ at, role, width, dash, alpha }): Shape => ({
      kind: 'path',
      spots: [
        [left, at],
        [right, at],
      ],
      ...{ role, width, dash, alpha },
    }));
    const labels = named.map(({ name, role, at }, index) =>
      words([names, heights[index] ?? at], name, role === 'accent' ? 'soft' : role, font),
    );
    return [...lines, ...labels];
  });
}
