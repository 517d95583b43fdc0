import { levelAt } from '../lights/level-at.ts';
import type { PartKind } from '../session/timeline.ts';
import type { ChartWords } from './chart-words.ts';
import type { ChartLayout, Row } from './layout.ts';
import { eventLabels } from './event-labels.ts';
import { eventSign } from './events.ts';
import type { ChartFade, ChartModel } from './model.ts';
import type { MusicLane } from './tracks.ts';
import { box, line, widthOf, words, type ChartRole, type Shape, type Spot } from './shapes.ts';

const partRole: Readonly<Record<PartKind, ChartRole>> = {
  preChecks: 'before',
  done: 'done',
  planned: 'planned',
  pause: 'soft',
  overtime: 'amber',
  recovery: 'after',
  recoveryPlanned: 'after',
};

/** Pieces that a fade is drawn with. */
const PIECES = 12;

/** A stretch with its name in it, where the name fits. */
function stretch(
  row: Row,
  fromX: number,
  toX: number,
  role: ChartRole,
  alpha: number,
  name: string,
  font: number,
): Shape[] {
  if (toX - fromX < 0.5) return [];
  const fill = box([fromX, row.top], [Math.max(fromX + 1, toX - 1), row.bottom], role, alpha);
  const fits = widthOf(name, font) + font * 0.6 < toX - fromX;
  const label = words([fromX + font * 0.3, (row.top + row.bottom) / 2], name, 'text', font);
  return fits ? [fill, label] : [fill];
}

function phases(model: ChartModel, { x, place }: ChartLayout, row: Row, text: ChartWords): Shape[] {
  return model.parts
    .filter(({ toMs, fromMs }) => toMs > model.fromMs && fromMs < model.toMs)
    .flatMap(({ kind, fromMs, toMs }) => {
      const alpha = kind === 'pause' || kind === 'overtime' ? 0.35 : kind === 'recoveryPlanned' ? 0.5 : 1;
      return stretch(row, x(fromMs), x(toMs), partRole[kind], alpha, text.part(kind), place.font);
    });
}

function laneRole(lane: MusicLane, ahead: boolean): ChartRole {
  if (lane === 'quiet' || lane === 'ownPhone') return 'before';
  return ahead ? 'planned' : 'done';
}

function music(model: ChartModel, { x, place }: ChartLayout, row: Row, text: ChartWords): Shape[] {
  return model.music.flatMap(({ phase, fromMs, toMs, ahead }) =>
    stretch(row, x(fromMs), x(toMs), laneRole(phase, ahead), 1, text.heard(phase), place.font),
  );
}

/** Down the fade and along its level, to the next one. */
function fadeSpots({ fromMs, toMs, from, to, fadeMs }: ChartFade, at: (ms: number, level: number) => Spot): Spot[] {
  const untilMs = Math.min(toMs, fromMs + fadeMs);
  const pieces = Array.from({ length: PIECES + 1 }, (_, piece) => fromMs + ((untilMs - fromMs) * piece) / PIECES);
  return [...pieces.map((ms) => at(ms, levelAt(from, to, fadeMs, ms - fromMs))), at(toMs, to)];
}

function light(model: ChartModel, { x, place, left }: ChartLayout, row: Row, text: ChartWords): Shape[] {
  const { font } = place;
  const bottom = row.bottom - 1;
  // The eye sees the root of the light rather than the light: a tenth of it is not the floor.
  const at = (ms: number, level: number): Spot => [x(ms), bottom - (bottom - row.top - 2) * Math.sqrt(level)];
  let free = left + widthOf(text.light, font) + font;
  const shapes: Shape[] = [line([left, bottom], [x(model.toMs), bottom], 'line', 1)];
  for (const fade of model.light) {
    const shown = { ...fade, fromMs: Math.max(fade.fromMs, model.fromMs) };
    shapes.push({
      kind: 'path',
      spots: fadeSpots(fade.fromMs < model.fromMs ? { ...shown, from: fade.to } : shown, at),
      ...{ role: 'accent', width: 1.5, alpha: fade.ahead ? 0.5 : 1, dash: fade.ahead ? [3, 3] : [] },
    });
    const name = text.level(fade.to);
    const [labelX, levelY] = at(Math.min(fade.toMs, shown.fromMs + fade.fadeMs), fade.to);
    const width = widthOf(name, font);
    if (labelX < free || labelX + width > x(model.toMs)) continue;
    const above = levelY - font * 0.7 > row.top;
    shapes.push(words([labelX + 2, above ? levelY - font * 0.65 : levelY + font * 0.75], name, 'soft', font));
    free = labelX + width + font * 0.5;
  }
  return shapes;
}

function events(model: ChartModel, layout: ChartLayout, row: Row, text: ChartWords): Shape[] {
  const { x, place, right, pressure } = layout;
  const { font } = place;
  const heights = [row.top + font * 0.6, row.bottom - font * 0.5] as const;
  const signed = model.events.filter((event) => eventSign(event) !== null);
  return eventLabels(signed, text.event, font, x, right).flatMap(({ event, line: which, name }) => {
    const at = x(event.atMs);
    const role: ChartRole = event.kind === 'emergency' ? 'red' : 'text';
    const height = heights[which];
    return [
      line([at, pressure.top], [at, height - font * 0.6], role, 1, [1, 3]),
      words([at, height], eventSign(event) ?? '', role, font * 1.2, 'center'),
      ...(name === null ? [] : [words([at + font * 0.6, height], name, role, font)]),
    ];
  });
}

/** What else happened, on the same axis: events and medicines, phases, music, light. Nothing on a small chart. */
export function lanes(model: ChartModel, layout: ChartLayout, text: ChartWords): Shape[] {
  const { lanes: rows, place } = layout;
  if (rows === null) return [];
  const { font } = place;
  const named = (row: Row, name: string) => words([layout.names, (row.top + row.bottom) / 2], name, 'soft', font);
  return [
    ...events(model, layout, rows.events, text),
    ...phases(model, layout, rows.phases, text),
    ...music(model, layout, rows.music, text),
    named(rows.music, text.music),
    ...light(model, layout, rows.light, text),
    named(rows.light, text.light),
  ];
}
