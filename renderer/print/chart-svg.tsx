import type { ReactElement } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import type { ChartRole, Shape, Spot } from '../../shared/chart/shapes.ts';

/** Ink on white. Every colour keeps its sign or word beside it. */
const ink: Readonly<Record<ChartRole, string>> = {
  text: '#1f2327',
  soft: '#5d6166',
  line: '#dcd8ce',
  card: '#ffffff',
  accent: '#9a6a1c',
  calm: '#266a98',
  amber: '#8a5a00',
  red: '#a32a1c',
  before: '#e4e2dc',
  done: '#f3e7d0',
  planned: '#f0ede6',
  after: '#e0ebea',
};

export interface ChartSvgProps {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  /** What is seen, for who cannot see it. */
  readonly label: string;
}

/** A chart as vectors: the same shapes as on the screen. */
export function ChartSvg({ shapes, width, height, label }: ChartSvgProps): ReactElement {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width="100%">
      {shapes.map((shape, index) => (
        // The shapes are drawn once and never change.
        <ShapeSvg key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeSvg({ shape }: { readonly shape: Shape }): ReactElement {
  const colour = ink[shape.role];
  switch (shape.kind) {
    case 'path':
      return (
        <polyline
          points={pointsOf(shape.spots)}
          fill="none"
          stroke={colour}
          strokeWidth={shape.width}
          strokeDasharray={shape.dash?.join(' ')}
          strokeLinecap="round"
          strokeLinejoin="round"
          opacity={shape.alpha}
        />
      );
    case 'area':
      return <polygon points={pointsOf(shape.spots)} fill={colour} opacity={shape.alpha} />;
    case 'dot': {
      const [cx, cy] = shape.at;
      return shape.hollow === true ? (
        <circle cx={cx} cy={cy} r={shape.radius} fill="none" stroke={colour} strokeWidth={1.5} opacity={shape.alpha} />
      ) : (
        <circle cx={cx} cy={cy} r={shape.radius} fill={colour} opacity={shape.alpha} />
      );
    }
    case 'text': {
      const anchor = { left: 'start', center: 'middle', right: 'end' } as const;
      return (
        <text
          x={shape.at[0]}
          y={shape.at[1]}
          fill={colour}
          fontSize={shape.size}
          textAnchor={anchor[shape.align]}
          dominantBaseline="central"
        >
          {shape.text}
        </text>
      );
    }
    default:
      return assertNever(shape);
  }
}

function pointsOf(spots: readonly Spot[]): string {
  return spots.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
}
