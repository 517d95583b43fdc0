import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { emergencySteps } from '../../../../shared/session/event-bodies.ts';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import styles from './emergency.module.css';

/** One press stamps the time. Nothing is asked now; details are filled in afterwards. */
export function EmergencySteps(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const may = can(session);
  const stopped = session.stopped?.at ?? null;
  return (
    <div className={styles.steps} role="group" aria-label={t('emergency.stepsLabel')}>
      <Step
        words={t('emergency.steps.pumpStopped')}
        at={stopped}
        first
        disabled={!may.stopPump}
        onPress={() => press({ type: 'stopPump', reason: 'emergency', note: null, agoMs: 0 })}
      />
      {emergencySteps.map((step) => (
        <Step
          key={step}
          words={t(`emergency.steps.${step}`)}
          at={session.emergency?.steps[step] ?? null}
          first={false}
          disabled={!may.emergencyStep}
          onPress={() => press({ type: 'emergencyStep', step, note: null })}
        />
      ))}
    </div>
  );
}

interface StepProps {
  readonly words: string;
  /** Epoch ms of the press; null before it. */
  readonly at: number | null;
  readonly first: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function Step({ words, at, first, disabled, onPress }: StepProps): ReactElement {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.step}
      data-done={at !== null}
      data-first={first}
      disabled={disabled}
      onClick={onPress}
    >
      <span>{words}</span>
      <span className={styles.stamp}>{at === null ? t('emergency.press') : `✓ ${timeOfDay(at)}`}</span>
    </button>
  );
}
