import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Earlier } from '../../shared/chart/earlier.ts';
import type { ChartModel } from '../../shared/chart/model.ts';
import { eventKeys } from './event-key.ts';
import styles from './chart.module.css';

/** What the marks that are on it mean, and what is known to be missing. */
export function ChartKey({ model }: { readonly model: ChartModel }): ReactElement {
  const { t } = useTranslation();
  const { earlier, points, parts } = model;
  return (
    <ul className={styles.key}>
      <li className={styles.pressureKey}>{t('chart.key.pressure')}</li>
      <li className={styles.pulseKey}>{t('chart.key.pulse')}</li>
      <li className={styles.spo2Key}>{t('chart.key.spo2')}</li>
      {points.some(({ amended }) => amended) ? (
        <li>
          <span aria-hidden="true">*</span> {t('chart.key.amended')}
        </li>
      ) : null}
      {points.some(({ state }) => state === 'notObtained') ? (
        <li>
          <span aria-hidden="true">×</span> {t('chart.key.notObtained')}
        </li>
      ) : null}
      {parts.some(({ kind }) => kind === 'pause') ? <li className={styles.pauseKey}>{t('chart.key.pause')}</li> : null}
      {eventKeys(model.events).map(({ name, sign }) => (
        <li key={name}>
          <span aria-hidden="true">{sign}</span> {t(`chart.key.${name}`)}
        </li>
      ))}
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
