import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './setup.module.css';

/** What the app is, and above all what it is not; said once, before anything else. */
export function WhatItIs(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={styles.sub}>{t('setup.what')}</h2>
      <p className={styles.soft}>{t('setup.whatText')}</p>
      <h2 className={styles.sub}>{t('setup.whatNot')}</h2>
      <ul className={styles.nots}>
        <li>{t('setup.notMonitor')}</li>
        <li>{t('setup.notAlarm')}</li>
        <li>{t('setup.notPump')}</li>
        <li>{t('setup.notAdvice')}</li>
      </ul>
    </>
  );
}
