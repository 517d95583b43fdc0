import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import styles from './review-page.module.css';

export interface ReviewPageProps {
  /** Why its list is not here, or not the newest; null where it is. */
  readonly failure: Failure | null;
  readonly again: () => void;
  readonly children: ReactNode;
}

/** One page of the review beside the sessions: what failed stands above everything, with a press that tries it again. */
export function ReviewPage({ failure, again, children }: ReviewPageProps): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      {failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={again}>{t('start.tryAgain')}</Button>}>
          {failureText(failure).say}
        </Banner>
      )}
      {children}
    </main>
  );
}
