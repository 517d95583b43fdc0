import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { momentOf } from './moment-of.ts';
import styles from './reading.module.css';

const MINUTE = 60_000;
const earlier = [1, 2, 5] as const;

export interface TakenAtProps {
  /** Epoch ms. */
  readonly takenAt: number;
  /** What "minutes earlier" counts from, epoch ms. */
  readonly firstAt: number;
  readonly nowMs: number;
  readonly disabled: boolean;
  readonly onTakenAt: (atMs: number) => void;
}

/** When it was taken: at the first digit, 1, 2 or 5 minutes before it by one press, or at a time typed in. */
export function TakenAt({ takenAt, firstAt, nowMs, disabled, onTakenAt }: TakenAtProps): ReactElement {
  const { t } = useTranslation();
  /** What is being typed; null while nobody does. */
  const [text, setText] = useState<string | null>(null);
  return (
    <div className={styles.taken} role="group" aria-label={t('readings.taken')}>
      <label className={styles.takenLabel}>
        {t('readings.taken')}
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className={styles.takenTime}
          value={text ?? timeOfDay(takenAt)}
          aria-invalid={text !== null && momentOf(text, nowMs) === null}
          disabled={disabled}
          onBlur={() => setText(null)}
          onChange={(event) => {
            setText(event.target.value);
            const at = momentOf(event.target.value, nowMs);
            if (at !== null) onTakenAt(at);
          }}
        />
      </label>
      {earlier.map((minutes) => {
        const at = firstAt - minutes * MINUTE;
        return (
          <Button
            key={minutes}
            className={styles.earlier}
            pressed={takenAt === at}
            disabled={disabled}
            onClick={() => onTakenAt(takenAt === at ? firstAt : at)}
          >
            {t('readingParts.minus', { count: minutes })}
            <span className="heard"> {t('readingParts.earlier')}</span>
          </Button>
        );
      })}
    </div>
  );
}
