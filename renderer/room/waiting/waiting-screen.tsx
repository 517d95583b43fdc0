import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { failureText } from '../../i18n/failure.ts';
import styles from './waiting.module.css';

/** Before main has answered: nothing to do yet, or why not. */
export function WaitingScreen({ failure }: { readonly failure: Failure | null }): ReactElement {
  const { t } = useTranslation();
  const text = failure === null ? null : failureText(failure);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t('common.app')}</h1>
      {text === null ? (
        <p>{t('common.loading')}</p>
      ) : (
        <div role="alert" className={styles.words}>
          <p>{text.say}</p>
          <p className={styles.soft}>{text.next}</p>
        </div>
      )}
    </main>
  );
}
