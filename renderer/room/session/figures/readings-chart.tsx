import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { segments } from '../../../../shared/session/timeline.ts';
import { useViewNow } from '../view.ts';
import { chartEnd, chartPoints, scaleY, timeTicks } from './chart-scale.ts';
import styles from './figures.module.css';

const pressures = [60, 90, 120, 150, 180] as const;
const WIDTH = 280;
const HEIGHT = 210;
const LEFT = 30;
const BOTTOM = 18;

/** Blood pressure as bars, SpO2 as a line, on one axis of time, with the clinic's bands. The table says the same in figures. */
export function ReadingsChart(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const timeline = segments(session, protocol, now);
  const endMs = chartEnd(session, timeline);
  const points = chartPoints(session, endMs);
  const nowShare = Math.min(1, timeline.nowMs / Math.max(1, endMs));
  const { amberHigh, redHigh } = protocol.bands.systolic;
  const x = (share: number) => LEFT + share * (WIDTH - LEFT - 6);
  const y = (value: number) => scaleY(value) * (HEIGHT - BOTTOM);
  const saturation = points.flatMap(({ share, parts }) => (parts.spo2 === null ? [] : [{ share, spo2: parts.spo2 }]));
  const limit = (value: number | null, kind: 'amber' | 'red') =>
    value === null ? null : (
      <line
        x1={LEFT}
        x2={WIDTH}
        y1={y(value)}
        y2={y(value)}
        className={kind === 'red' ? styles.redLine : styles.amberLine}
      />
    );
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('readings.chart.label')}>
        {pressures.map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className={styles.grid} />
            <text x={LEFT - 5} y={y(value) + 4} textAnchor="end" className={styles.tick}>
              {value}
            </text>
          </g>
        ))}
        {timeTicks(endMs).map(({ share, minutes }) => (
          <text key={minutes} x={x(share)} y={HEIGHT - 4} textAnchor="middle" className={styles.tick}>
            {minutes === 0 ? '0' : `+${minutes}`}
          </text>
        ))}
        {limit(amberHigh, 'amber')}
        {limit(redHigh, 'red')}
        {saturation.length < 2 ? null : (
          <polyline
            points={saturation.map(({ share, spo2 }) => `${x(share)},${y(spo2)}`).join(' ')}
            className={styles.spo2Line}
          />
        )}
        {saturation.map(({ share, spo2 }) => (
          <circle key={share} cx={x(share)} cy={y(spo2)} r="2.6" className={styles.spo2Dot} />
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
        {session.started === null ? null : (
          <line x1={x(nowShare)} x2={x(nowShare)} y1="0" y2={HEIGHT - BOTTOM} className={styles.nowLine} />
        )}
      </svg>
      <figcaption className={styles.legend}>
        <span className={styles.pressureKey}>{t('readings.chart.systolicDiastolic')}</span>
        <span className={styles.spo2Key}>{t('readings.chart.spo2')}</span>
      </figcaption>
    </figure>
  );
}
