import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { readingWords } from './words.ts';
import styles from './reading.module.css';

export interface ReadingEchoProps {
  readonly parts: ReadingParts;
  readonly takenAt: number;
  /** Unlikely values in words; empty where nothing surprises. */
  readonly unlikely: readonly string[];
  /** Written, but not on disk: it stays and is tried again. */
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

/** The whole reading read back, large, before it counts. Enter saves, Escape goes back to the fields. */
export function ReadingEcho(props: ReadingEchoProps): ReactElement {
  const { parts, takenAt, unlikely, unsaved, busy, onSave, onBack } = props;
  const { t } = useTranslation();
  return (
    <div
      className={styles.echo}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !unsaved) onBack();
      }}
    >
      <p className={styles.echoWords} aria-live="polite">
        {readingWords(t, parts)}
        <span className={styles.echoTime}>{t('readings.takenAt', { time: timeOfDay(takenAt) })}</span>
      </p>
      {unsaved ? <Banner tone="red">{t('readings.unsaved')}</Banner> : null}
      <div className={styles.echoFoot}>
        <p className={styles.sure}>
          {unlikely.length === 0 ? (
            t('readings.check')
          ) : (
            <strong>
              <span aria-hidden="true">◆ </span>
              {t('readings.sureOf', { what: unlikely.join(', ') })}
            </strong>
          )}
        </p>
        <Button onClick={onBack} disabled={busy || unsaved}>
          {t('readings.back')}
        </Button>
        <Button tone="primary" autoFocus onClick={onSave} disabled={busy || unsaved} className={styles.echoSave}>
          {unlikely.length === 0 ? t('readings.save') : t('readings.saveAnyway')} <span aria-hidden="true">⏎</span>
        </Button>
      </div>
    </div>
  );
}
