import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import styles from './record.module.css';

export interface JobProgressProps {
  /** What is being done, and how far it is, in words. */
  readonly words: string;
  /** 0 to 1. */
  readonly share: number;
  readonly onStop: () => void;
}

/** Long work under way, with the way to end it. */
export function JobProgress({ words, share, onStop }: JobProgressProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <p role="status">{words}</p>
      <Progress share={share} />
      <div className={styles.foot}>
        <Button onClick={onStop}>{t('record.health.check.stop')}</Button>
      </div>
    </div>
  );
}
