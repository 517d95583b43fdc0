import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { CheckGroup } from '../check-group.tsx';
import { FinishForm } from '../leaving/finish-form.tsx';
import { SheetsLine } from '../leaving/sheets-line.tsx';
import styles from './recovery.module.css';

/** The last checklist, the sheets to take home, how the patient leaves and with whom. */
export function LeavingCard(): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={null} label={t('session.recovery.tabs.leaving')} className={styles.waking}>
      <CheckGroup list="recovery" groups={['leaving']} />
      <SheetsLine />
      <FinishForm />
    </Card>
  );
}
