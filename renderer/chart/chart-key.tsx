import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Earlier } from '../../shared/chart/earlier.ts';
import styles from './chart.module.css';

/** What the marks mean, and what is known to be missing. */
export function ChartKey({ earlier }: { readonly earlier: Earlier | null }): ReactElement {
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
      {earlier === null ? null : <EarlierKey earlier={earlier} />}
      <li className={styles.hint}>{t('chart.read.hint')}</li>
    </ul>
  );
}

function EarlierKey({ earlier: { sessions, given, here } }: { readonly earlier: Earlier }): ReactElement | null {
  const { t } = useTranslation();
  const known = given ?? here;
  const shown = sessions.length === 0 ? null : t('chart.key.earlier', { count: sessions.length });
  if (here >= known) return shown === null ? null : <li className={styles.earlierKey}>{shown}</li>;
  if (shown === null) return <li>◆ {t('chart.key.noneHere', { given: known })}</li>;
  return (
    <li className={styles.earlierKey}>
      {shown} (◆ {t('chart.key.incomplete', { given: known, here })})
    </li>
  );
}
