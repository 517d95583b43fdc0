import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { RecordShort } from './record-short.tsx';
import review from './review.module.css';
import styles from './side-by-side.module.css';

export interface SideBySideProps {
  /** The earlier one first. */
  readonly sessionIds: readonly [string, string];
  /** Two people's sessions: said before anything else, since they look alike. */
  readonly twoPatients?: boolean;
  /** Where `onBack` leads, in words. */
  readonly backTo: string;
  readonly onBack: () => void;
}

/** Two sessions in the same form, fact beside fact and chart beside chart. The way back leads to what was pressed to come here. */
export function SideBySide({ sessionIds, twoPatients = false, backTo, onBack }: SideBySideProps): ReactElement {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    title.current?.focus();
  }, []);
  const back = (): void => {
    onBack();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <article className={review.article}>
      <header className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t('course.sideBySide')}
        </h2>
        {twoPatients ? <p className={styles.two}>! {t('review.twoPatients')}</p> : null}
        <Button onClick={back}>{backTo}</Button>
      </header>
      <div className={styles.beside}>
        {sessionIds.map((sessionId) => (
          <RecordShort key={sessionId} sessionId={sessionId} />
        ))}
      </div>
    </article>
  );
}
