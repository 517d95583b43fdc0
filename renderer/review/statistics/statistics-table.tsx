import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { percentOf, totalOf, type WeekFigures } from '../../../shared/review/statistics.ts';
import { dayOf } from '../../i18n/format.ts';
import styles from './statistics.module.css';

const columns = [
  'week',
  'sessionsShort',
  'notGiven',
  'earlyShort',
  'adverseShort',
  'onTimeShort',
  'lateShort',
] as const;

/** Every week in a row, the newest first, and all of them together at the foot. */
export function StatisticsTable({ weeks }: { readonly weeks: readonly WeekFigures[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('statistics.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`statistics.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <Row key={week.from} name={dayOf(week.from)} figures={week} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t('statistics.all')} figures={totalOf(weeks)} />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly figures: Omit<WeekFigures, 'from'>;
}

function Row({ name, figures }: RowProps): ReactElement {
  const { t } = useTranslation();
  const { sessions, notGiven, early, adverse, due, onTime, late, signable } = figures;
  const percent = percentOf(onTime, due);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{sessions}</td>
      <td>{notGiven}</td>
      <td>{early}</td>
      <td>{adverse}</td>
      <td>{percent === null ? '–' : `${t('statistics.of', { part: onTime, whole: due })} (${percent} %)`}</td>
      <td>{signable === 0 ? '–' : t('statistics.of', { part: late, whole: signable })}</td>
    </tr>
  );
}
