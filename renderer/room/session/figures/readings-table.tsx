import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { useView } from '../view.ts';
import { ReadingRow } from './reading-row.tsx';
import styles from './figures.module.css';

/** Readings, newest first. Breathing rate and sedation stand in the larger view: here the chart has their room. */
export function ReadingsTable(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const baseline = baselineOf(session)?.parts ?? null;
  const rows = session.readings.toSorted((a, b) => b.takenAt - a.takenAt);
  if (rows.length === 0) return <p className={styles.none}>{t('readings.table.none')}</p>;
  return (
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t('readings.table.noBaseline')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('readings.table.time')}</th>
            <th scope="col">{t('readings.table.bp')}</th>
            <th scope="col">{t('readings.table.difference')}</th>
            <th scope="col">{t('readings.table.spo2')}</th>
            <th scope="col">{t('readings.table.pulse')}</th>
            <th scope="col">{t('readings.table.by')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((reading) => (
            <ReadingRow
              key={reading.readingId}
              reading={reading}
              isBaseline={reading.readingId === session.baselineId}
              baseline={baseline}
              bands={protocol.bands}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
