import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { percentOf, totalOf, type WeekFigures } from '../../../shared/review/statistics.ts';
import { shortDayOf } from '../../i18n/format.ts';
import { BarChart, type Bar } from './bar-chart.tsx';

import styles from './statistics.module.css';

export interface StatisticsChartsProps {
  readonly weeks: readonly WeekFigures[];
  /** The clinic's own limit for a signature. */
  readonly signDays: number;
}

/** Five figures, a bar a week; above each what all weeks together come to. The table below says the same. */
export function StatisticsCharts({ weeks, signDays }: StatisticsChartsProps): ReactElement {
  const { t } = useTranslation();
  const all = totalOf(weeks);
  const bars = (value: (week: WeekFigures) => number | null): readonly Bar[] =>
    weeks.map((week) => ({ name: shortDayOf(week.from), value: value(week) }));
  const charts = [
    { id: 'sessions', total: String(all.sessions), bars: bars((week) => week.sessions) },
    { id: 'early', total: of(all.early, all.sessions, t), bars: bars((week) => week.early) },
    { id: 'adverse', total: String(all.adverse), bars: bars((week) => week.adverse) },
    {
      id: 'onTime',
      total: percentWords(all.onTime, all.due),
      bars: bars((week) => percentOf(week.onTime, week.due)),
      most: 100,
    },
    { id: 'late', total: of(all.late, all.signable, t), bars: bars((week) => week.late) },
  ] as const;
  return (
    <div className={styles.charts}>
      {charts.map(({ id, total, bars: drawn, ...rest }) => (
        <figure key={id} className={styles.chart}>
          <figcaption>
            {t(`statistics.${id}`, { days: signDays })}
            <strong className={styles.total}>{total}</strong>
          </figcaption>
          <BarChart bars={drawn} most={'most' in rest ? rest.most : null} />
        </figure>
      ))}
    </div>
  );
}

function of(part: number, whole: number, t: TFunction): string {
  return whole === 0 ? '–' : t('statistics.of', { part, whole });
}

function percentWords(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? '–' : `${percent} %`;
}
