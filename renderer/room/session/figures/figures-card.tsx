import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { AmendList } from '../reading/amend-list.tsx';
import { pressureWords } from '../reading/words.ts';
import { useView } from '../view.ts';
import { QuietSwitch } from './quiet-switch.tsx';
import { ReadingsChart } from './readings-chart.tsx';
import { ReadingsTable } from './readings-table.tsx';
import styles from './figures.module.css';

/** All readings against the patient's own baseline, drawn and in figures. */
export function FiguresCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [amending, setAmending] = useState(false);
  const baseline = baselineOf(session)?.parts ?? null;
  const words = baseline === null ? null : pressureWords(baseline);
  const title = words === null ? t('readings.table.noBaseline') : t('readings.table.title', { baseline: words });
  return (
    <Card title={null} label={title} className={styles.card}>
      <div className={styles.split}>
        <ReadingsChart />
        <div className={styles.figures}>
          <header className={styles.head}>
            <h2 className={styles.title}>{title}</h2>
            <QuietSwitch />
            {can(session).amendReading ? (
              <Button onClick={() => setAmending(true)}>{t('readings.amendOpen')}</Button>
            ) : null}
          </header>
          <ReadingsTable />
        </div>
      </div>
      {amending ? <AmendList onClose={() => setAmending(false)} /> : null}
    </Card>
  );
}
