import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import styles from './headphones.module.css';

export interface StepperProps {
  readonly label: string;
  readonly words: string;
  /** Null: it goes no further. */
  readonly onLess: (() => void) | null;
  readonly onMore: (() => void) | null;
}

/** A figure in words with a button on each side. */
export function Stepper({ label, words, onLess, onMore }: StepperProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <span className={styles.soft}>{label}</span>
      <div className={styles.steps}>
        <Button aria-label={t('headphones.cap.less')} disabled={onLess === null} onClick={() => onLess?.()}>
          −
        </Button>
        <strong aria-live="polite">{words}</strong>
        <Button aria-label={t('headphones.cap.more')} disabled={onMore === null} onClick={() => onMore?.()}>
          +
        </Button>
      </div>
    </div>
  );
}
