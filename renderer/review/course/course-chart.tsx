import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseInfusion } from '../../../shared/review/course.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { pressureWords } from './course-words.ts';
import styles from './course.module.css';

const MINUTE = 60_000;
/** The picture in units of its own: it is drawn as large as its box. */
const [WIDTH, HEIGHT, LEFT, BOTTOM] = [600, 240, 42, 26] as const;

interface ChartProps {
  readonly infusions: readonly CourseInfusion[];
  /** The sessions to compare, drawn strongest; else the newest. */
  readonly strong: readonly string[];
}

/** @param usual what the picture shows at least; values beyond widen it */
function scaleOf(
  values: readonly number[],
  usual: { readonly low: number; readonly high: number },
): (value: number) => number {
  const low = Math.min(usual.low, ...values);
  const high = Math.max(usual.high, ...values);
  return (value) => ((high - value) / (high - low)) * (HEIGHT - BOTTOM - 8) + 8;
}

function Grid(props: { readonly y: (value: number) => number; readonly ticks: readonly number[] }): ReactElement {
  const { y, ticks } = props;
  return (
    <>
      {ticks.map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className={styles.grid} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={styles.axis}>
            {value}
          </text>
        </g>
      ))}
    </>
  );
}

/** What of the readings can be laid over each other: its fields, and the stretch that is usual, with a line at each step. */
const measures = {
  pressure: { fields: ['systolic', 'diastolic'], low: 50, high: 190, ticks: [60, 90, 120, 150, 180] },
  spo2: { fields: ['spo2'], low: 86, high: 101, ticks: [88, 92, 96, 100] },
  pulse: { fields: ['pulse'], low: 40, high: 140, ticks: [50, 75, 100, 125] },
} as const;
type Measure = keyof typeof measures;

/** Every infusion's readings from its own start, over each other. */
export function Overlaid({ infusions, strong }: ChartProps): ReactElement {
  const { t } = useTranslation();
  const [measure, setMeasure] = useState<Measure>('pressure');
  const { fields, ticks, ...usual } = measures[measure];
  const drawn = infusions.filter(({ readings }) => readings.length > 1);
  const moments = drawn.flatMap(({ readings }) => readings.map(({ atMs }) => atMs / MINUTE));
  const [from, to] = [Math.min(-5, ...moments), Math.max(60, ...moments)];
  const x = (minute: number): number => LEFT + ((minute - from) / (to - from)) * (WIDTH - LEFT - 8);
  const y = scaleOf(
    drawn.flatMap(({ readings }) => readings.flatMap((one) => fields.flatMap((field) => one[field] ?? []))),
    usual,
  );
  const newest = drawn.at(-1)?.sessionId;
  const isStrong = (sessionId: string): boolean =>
    strong.length === 0 ? sessionId === newest : strong.includes(sessionId);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t(`course.overlaidHint.${measure}`)}>
        <Grid y={y} ticks={ticks} />
        {[0, 15, 30, 45, 60, 90, 120].map((minute) =>
          minute > to ? null : (
            <text key={minute} x={x(minute)} y={HEIGHT - 6} textAnchor="middle" className={styles.axis}>
              {minute === 0 ? `0 ${t('course.minute')}` : `+${minute}`}
            </text>
          ),
        )}
        {drawn.flatMap((infusion) =>
          fields.map((field) => (
            <polyline
              key={`${infusion.sessionId} ${field}`}
              className={isStrong(infusion.sessionId) ? styles.strongLine : styles.line}
              points={infusion.readings
                .flatMap(({ atMs, [field]: value }) => (value === null ? [] : [`${x(atMs / MINUTE)},${y(value)}`]))
                .join(' ')}
            />
          )),
        )}
      </svg>
      <figcaption className={styles.caption}>
        <span>{t(`course.overlaidHint.${measure}`)}</span>
        <Segmented
          label={t('course.overlaid')}
          labelHidden
          options={(Object.keys(measures) as Measure[]).map((value) => ({
            value,
            label: t(`course.measure.${value}`),
          }))}
          value={measure}
          onChange={setMeasure}
        />
      </figcaption>
    </figure>
  );
}

/** Baseline and highest blood pressure of each infusion, oldest first. */
export function Trend({ infusions }: Pick<ChartProps, 'infusions'>): ReactElement {
  const { t } = useTranslation();
  const known = infusions.filter(({ baseline }) => baseline?.systolic != null);
  const { ticks, ...usual } = measures.pressure;
  const y = scaleOf(
    known.flatMap(({ baseline, peak }) => [baseline?.systolic ?? 120, peak?.systolic ?? 120]),
    usual,
  );
  const step = (WIDTH - LEFT) / Math.max(1, known.length);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('course.trendHint')}>
        <Grid y={y} ticks={ticks} />
        {known.map(({ sessionId, baseline, peak, infusionNumber }, index) => {
          const at = LEFT + step * (index + 0.5);
          return (
            <g key={sessionId}>
              <title>{`${t('course.baseline')} ${pressureWords(baseline)}, ${t('course.peak')} ${pressureWords(peak)}`}</title>
              {bar(at - 6, y, baseline, styles.base)}
              {bar(at + 6, y, peak, styles.top)}
              <text x={at} y={HEIGHT - 6} textAnchor="middle" className={styles.axis}>
                {infusionNumber ?? index + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.soft}>{t('course.trendHint')}</figcaption>
    </figure>
  );
}

function bar(
  x: number,
  y: (value: number) => number,
  parts: { readonly systolic: number | null; readonly diastolic: number | null } | null,
  className: string | undefined,
): ReactElement | null {
  if (parts === null || parts.systolic === null || parts.diastolic === null) return null;
  return <line x1={x} x2={x} y1={y(parts.systolic)} y2={y(parts.diastolic)} className={className} />;
}
