import type { ReactElement } from 'react';
import styles from './statistics.module.css';

const WIDTH = 480;
const HEIGHT = 150;
const FOOT = 24;
const LEFT = 50;

export interface Bar {
  readonly name: string;
  /** Null: there was nothing to count. */
  readonly value: number | null;
}

export interface BarChartProps {
  readonly bars: readonly Bar[];
  /** The top of the scale; null: the highest bar. */
  readonly most: number | null;
}

/** A bar a week over its first and last name. Silent: the table says the same in words. */
export function BarChart({ bars, most }: BarChartProps): ReactElement {
  const top = most ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const floor = HEIGHT - FOOT;
  const y = (value: number): number => floor - (value / top) * (floor - 10);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.svg} aria-hidden="true">
      {[0, top].map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className={styles.grid} />
          <text x={LEFT - 6} y={y(value) + 5} textAnchor="end" className={styles.axis}>
            {value}
          </text>
        </g>
      ))}
      {bars.map(({ name, value }, index) =>
        value === null ? null : (
          <rect
            key={name + String(index)}
            x={LEFT + step * (index + 0.15)}
            width={step * 0.7}
            y={y(value)}
            height={floor - y(value)}
            className={styles.bar}
          />
        ),
      )}
      <text x={LEFT} y={HEIGHT - 6} className={styles.axis}>
        {bars[0]?.name}
      </text>
      <text x={WIDTH} y={HEIGHT - 6} textAnchor="end" className={styles.axis}>
        {bars.at(-1)?.name}
      </text>
    </svg>
  );
}
