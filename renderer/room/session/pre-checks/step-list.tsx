import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RestLeft } from './rest-left.tsx';
import type { Step, StepState } from './steps.ts';
import styles from './pre-checks.module.css';

export interface StepListProps {
  readonly steps: readonly StepState[];
  readonly current: Step;
  readonly onGo: (step: Step) => void;
}

/** The steps in their order; any may be done at any time, also while the patient rests before another try. */
export function StepList({ steps, current, onGo }: StepListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className={styles.steps} aria-label={t('session.steps.label')}>
      {steps.map(({ step, answered, of, done, look }) => (
        <button
          key={step}
          type="button"
          className={styles.step}
          aria-current={step === current ? 'step' : undefined}
          data-done={done}
          onClick={() => onGo(step)}
        >
          <span className={styles.name}>
            {t(`session.steps.names.${step}`)}
            {step === 'baseline' ? <RestLeft className={styles.resting} /> : null}
          </span>
          <span className={styles.count}>
            {look === true ? (
              <span aria-hidden="true" className={styles.look}>
                ◆{' '}
              </span>
            ) : null}
            {done ? <span aria-hidden="true">✓ </span> : null}
            {t('session.steps.count', { answered, of })}
          </span>
        </button>
      ))}
    </nav>
  );
}
