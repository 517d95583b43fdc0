import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import type { ReadingState } from '../../../../shared/session/state.ts';
import { Card } from '../../../ui/card.tsx';
import { AmendReading } from '../reading/amend-reading.tsx';
import { pressureWords } from '../reading/words.ts';
import { useView } from '../view.ts';
import { ReadingsChart } from './readings-chart.tsx';
import { ReadingsTable } from './readings-table.tsx';
import styles from './figures.module.css';

/** All readings against the patient's own baseline, drawn and in figures. */
export function FiguresCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [amending, setAmending] = useState<ReadingState | null>(null);
  const baseline = baselineOf(session)?.parts ?? null;
  const words = baseline === null ? null : pressureWords(baseline);
  const title = words === null ? t('readings.table.noBaseline') : t('readings.table.title', { baseline: words });
  return (
    <Card title={title} className={styles.card}>
      <div className={styles.split}>
        <ReadingsChart />
        <ReadingsTable onAmend={setAmending} />
      </div>
      {amending === null ? null : <AmendReading reading={amending} onClose={() => setAmending(null)} />}
    </Card>
  );
}
