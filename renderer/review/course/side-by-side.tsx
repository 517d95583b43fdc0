import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { RecordShort } from '../record-short.tsx';
import styles from './course.module.css';

export interface SideBySideProps {
  /** The earlier one first. */
  readonly sessionIds: readonly [string, string];
  readonly onBack: () => void;
}

/** Two sessions in the same form, fact beside fact and chart beside chart. */
export function SideBySide({ sessionIds, onBack }: SideBySideProps): ReactElement {
  const { t } = useTranslation();
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('course.sideBySide')}</h2>
        <Button onClick={onBack}>{t('course.open')}</Button>
      </header>
      <div className={styles.beside}>
        {sessionIds.map((sessionId) => (
          <RecordShort key={sessionId} sessionId={sessionId} />
        ))}
      </div>
    </article>
  );
}
