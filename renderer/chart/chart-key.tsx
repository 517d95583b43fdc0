import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './chart.module.css';

/** What the marks mean. */
export function ChartKey(): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className={styles.key}>
      <li className={styles.pressureKey}>{t('chart.key.pressure')}</li>
      <li className={styles.pulseKey}>{t('chart.key.pulse')}</li>
      <li className={styles.spo2Key}>{t('chart.key.spo2')}</li>
      <li>
        <span aria-hidden="true">*</span> {t('chart.key.amended')}
      </li>
      <li>
        <span aria-hidden="true">×</span> {t('chart.key.notObtained')}
      </li>
      <li className={styles.pauseKey}>{t('chart.key.pause')}</li>
      <li className={styles.hint}>{t('chart.read.hint')}</li>
    </ul>
  );
}
