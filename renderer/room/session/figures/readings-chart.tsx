import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { segments } from '../../../../shared/session/timeline.ts';
import { useSize, type Size } from '../../../ui/use-size.ts';
import { useViewNow } from '../view.ts';
import { chartEnd, chartPoints, scaleY, timeTicks, type ChartPoint } from './chart-scale.ts';
import styles from './figures.module.css';

const pressures = [60, 90, 120, 150, 180] as const;
/** A low drawing has room for fewer figures. */
const few = [60, 120, 180] as const;
const FEW_BELOW = 110;
/** Room for the figures at the left and below, px. */
const LEFT = 34;
const BOTTOM = 20;

/** Blood pressure as bars, SpO2 as a line, on one axis of time, with the clinic's bands. The table says the same in figures. */
export function ReadingsChart(): ReactElement {
  const { t } = useTranslation();
  const [box, size] = useSize<HTMLDivElement>();
  return (
    <figure className={styles.chart}>
      <div ref={box} className={styles.chartBox}>
        {size === null || size.height < 40 ? null : <Drawing size={size} />}
      </div>
      <figcaption className={styles.legend}>
        <span className={styles.pressureKey}>{t('readings.chart.systolicDiastolic')}</span>
        <span className={styles.spo2Key}>{t('readings.chart.spo2')}</span>
      </figcaption>
    </figure>
  );
}

/** Where shares of the chart (0 to 1 across, values upwards) lie in pixels. */
interface Axes {
  readonly x: (share: number) => number;
  readonly y: (value: number) => number;
}

function Drawing({ size }: { readonly size: Size }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const timeline = segments(session, protocol, now);
  const endMs = chartEnd(session, timeline);
  const axes: Axes = {
    x: (share) => LEFT + share * (size.width - LEFT - 8),
    y: (value) => 6 + scaleY(value) * (size.height - BOTTOM - 6),
  };
  const { amberHigh, redHigh } = protocol.bands.systolic;
  const nowX = axes.x(Math.min(1, timeline.nowMs / Math.max(1, endMs)));
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={t('readings.chart.label')}>
      <Grid size={size} axes={axes} endMs={endMs} />
      {amberHigh === null ? null : <Across size={size} at={axes.y(amberHigh)} className={styles.amberLine} />}
      {redHigh === null ? null : <Across size={size} at={axes.y(redHigh)} className={styles.redLine} />}
      <Values points={chartPoints(session, endMs)} axes={axes} />
      {session.started === null || session.phase === 'finished' ? null : (
        <line x1={nowX} x2={nowX} y1="0" y2={size.height - BOTTOM} className={styles.nowLine} />
      )}
    </svg>
  );
}

function Across({
  size,
  at,
  className,
}: {
  readonly size: Size;
  readonly at: number;
  readonly className: string | undefined;
}): ReactElement {
  return <line x1={LEFT} x2={size.width} y1={at} y2={at} className={className} />;
}

function Grid({
  size,
  axes,
  endMs,
}: {
  readonly size: Size;
  readonly axes: Axes;
  readonly endMs: number;
}): ReactElement {
  return (
    <>
      {(size.height < FEW_BELOW ? few : pressures).map((value) => (
        <g key={value}>
          <Across size={size} at={axes.y(value)} className={styles.grid} />
          <text x={LEFT - 6} y={axes.y(value) + 4} textAnchor="end" className={styles.tick}>
            {value}
          </text>
        </g>
      ))}
      {timeTicks(endMs).map(({ share, minutes }) => (
        <text key={minutes} x={axes.x(share)} y={size.height - 4} textAnchor="middle" className={styles.tick}>
          {minutes === 0 ? '0' : `+${minutes}`}
        </text>
      ))}
    </>
  );
}

function Values({
  points,
  axes: { x, y },
}: {
  readonly points: readonly ChartPoint[];
  readonly axes: Axes;
}): ReactElement {
  const saturation = points.flatMap(({ share, parts }) => (parts.spo2 === null ? [] : [{ share, spo2: parts.spo2 }]));
  return (
    <>
      {saturation.length < 2 ? null : (
        <polyline
          points={saturation.map(({ share, spo2 }) => `${x(share)},${y(spo2)}`).join(' ')}
          className={styles.spo2Line}
        />
      )}
      {saturation.map(({ share, spo2 }) => (
        <circle key={share} cx={x(share)} cy={y(spo2)} r="3" className={styles.spo2Dot} />
      ))}
      {points.map(({ readingId, share, parts }) =>
        parts.systolic === null || parts.diastolic === null ? null : (
          <line
            key={readingId}
            x1={x(share)}
            x2={x(share)}
            y1={y(parts.systolic)}
            y2={y(parts.diastolic)}
            className={styles.pressureBar}
          />
        ),
      )}
    </>
  );
}
