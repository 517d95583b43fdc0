import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartModel } from '../../../../shared/chart/model.ts';
import { ChartTable } from '../../../chart/chart-table.tsx';
import { SessionChart } from '../../../chart/session-chart.tsx';
import { Button } from '../../../ui/button.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { authorInitials, useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import styles from './readings-chart.module.css';

export interface LargeChartProps {
  readonly model: ChartModel;
  readonly onClose: () => void;
}

/** The whole chart with its table, over everything but the countdown. Escape leads back. */
export function LargeChart({ model, onClose }: LargeChartProps): ReactElement {
  const { t } = useTranslation();
  const { session, patient } = useView();
  const staff = useStaff();
  const title = patient === null ? t('chart.titleLocked') : t('chart.title', { name: patient.name });
  return (
    <SessionDialog
      title={title}
      place="side"
      large
      onClose={onClose}
      corner={<Button onClick={onClose}>{t('chart.close')}</Button>}
    >
      <div className={styles.large}>
        <SessionChart session={session} model={model} />
        <ChartTable session={session} model={model} nameOf={(author) => authorInitials(staff, author)} />
      </div>
    </SessionDialog>
  );
}
