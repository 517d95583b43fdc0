import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { failureText, findingText } from '../../i18n/failure.ts';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
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

/** The record cannot be opened: what that means for the patient in the room comes first. */
export function BrokenScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const problem = status.problem === null ? null : findingText(status.problem);
  return (
    <main className={styles.page}>
      <WallClock />
      <h1 className={styles.title}>{t('shell.broken.title')}</h1>
      <div role="alert" className={styles.words}>
        <p>{problem ?? t('shell.broken.problem')}</p>
        <p>{t('shell.broken.kept')}</p>
        <p className={styles.paper}>{t('shell.paper')}</p>
        <p className={styles.soft}>{t('shell.broken.next', { version: status.version })}</p>
      </div>
      <LightsFullButton />
    </main>
  );
}
