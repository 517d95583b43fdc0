import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { agoMinutes } from '../ago-choice.tsx';
import styles from './countdown.module.css';

/** At zero the app asks and does not guess: planned end and the pump's stop are two facts. */
export function OvertimeQuestion(): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  return (
    <div className={styles.question} role="group" aria-label={t('session.overtime.question')}>
      <strong>{t('session.overtime.question')}</strong>
      <div className={styles.answers}>
        {agoMinutes.map((minutes) => (
          <Button
            key={minutes}
            tone={minutes === 0 ? 'primary' : 'plain'}
            onClick={() => press({ type: 'stopPump', reason: 'complete', note: null, agoMs: minutes * 60_000 })}
          >
            {minutes === 0 ? t('session.overtime.now') : t('session.ago.minutes', { minutes })}
          </Button>
        ))}
      </div>
    </div>
  );
}
