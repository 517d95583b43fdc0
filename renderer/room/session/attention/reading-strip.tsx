import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readingCall } from '../../../../shared/session/reading-call.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import { attentionLevels } from '../../../../shared/vitals/attention-levels.ts';
import { classes } from '../../../ui/classes.ts';
import { useSecond } from '../../../client/clock.ts';
import { useView, useViewNow } from '../view.ts';
import { callWords } from './call-words.ts';
import styles from './attention.module.css';

/** A reading that is late, or proposed and not taken: a strip above the readings, larger with time. It makes no sound. */
export function ReadingStrip(): ReactElement | null {
  const { session, protocol } = useView();
  const wanted = useSecond((now) => (readingCall(session, protocol, now)?.prominence ?? 'figure') !== 'figure');
  return wanted ? <Strip /> : null;
}

function Strip(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const call = readingCall(session, protocol, now);
  if (call === null || call.prominence === 'figure') return null;
  return (
    <section className={classes(styles.strip, styles[call.prominence])} aria-label={t('attention.strip.label')}>
      <span aria-hidden="true">{attentionLevels.reminder.sign}</span>
      <strong>{call.why === null ? t('attention.strip.late') : t(`attention.strip.${call.why}`)}</strong>
      {call.why === null ? <span className={styles.stripWhich}>{callWords(t, protocol, call)}</span> : null}
      <span className={styles.stripTime}>{formatCountdown(call.dueInMs)}</span>
    </section>
  );
}
