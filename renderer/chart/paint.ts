import { assertNever } from '../../shared/assert-never.ts';
import type { Shape, Spot } from '../../shared/chart/shapes.ts';
import type { Colours } from './colours.ts';

export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly family: string;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** Draws shapes over a cleared canvas, in their order. */
export function paint(brush: Brush, shapes: readonly Shape[]): void {
  const { context, ratio } = brush;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  for (const shape of shapes) paintOne(brush, shape);
  context.globalAlpha = 1;
}

function paintOne({ context, colours, family, ratio }: Brush, shape: Shape): void {
  const colour = colours[shape.role];
  context.globalAlpha = shape.kind === 'text' ? 1 : (shape.alpha ?? 1);
  switch (shape.kind) {
    case 'path': {
      context.strokeStyle = colour;
      context.lineWidth = shape.width;
      context.setLineDash([...(shape.dash ?? [])]);
      trace(context, crisp(shape.spots, shape.width, ratio));
      context.stroke();
      return;
    }
    case 'area': {
      context.fillStyle = colour;
      trace(context, shape.spots);
      context.fill();
      return;
    }
    case 'dot': {
      context.beginPath();
      context.arc(shape.at[0], shape.at[1], shape.radius, 0, 2 * Math.PI);
      if (shape.hollow === true) {
        context.strokeStyle = colour;
        context.lineWidth = 1.5;
        context.setLineDash([]);
        context.stroke();
      } else {
        context.fillStyle = colour;
        context.fill();
      }
      return;
    }
    case 'text': {
      context.fillStyle = colour;
      context.font = `${shape.size}px ${family}`;
      context.textAlign = shape.align;
      context.fillText(shape.text, shape.at[0], shape.at[1]);
      return;
    }
    default:
      assertNever(shape);
  }
}

function trace(context: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  context.beginPath();
  spots.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}

/** A level or upright line on whole device pixels, so that a thin one is not smeared over two. */
function crisp(spots: readonly Spot[], width: number, ratio: number): readonly Spot[] {
  const [first, second] = spots;
  if (spots.length !== 2 || first === undefined || second === undefined) return spots;
  const odd = Math.round(width * ratio) % 2 === 1 ? 0.5 : 0;
  const snap = (value: number) => (Math.round(value * ratio - odd) + odd) / ratio;
  if (first[1] === second[1]) return spots.map(([x, y]) => [x, snap(y)]);
  if (first[0] === second[0]) return spots.map(([x, y]) => [snap(x), y]);
  return spots;
}
