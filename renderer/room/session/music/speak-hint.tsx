import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lifeMs } from '../../../../shared/session/life.ts';
import { speakOffered } from '../../../../shared/music/speak.ts';
import { useSecond } from '../../../client/clock.ts';
import { useView } from '../view.ts';
import styles from './music.module.css';

/** A track that could not be played is told for this long, ms. */
const TOLD_MS = 120_000;

/** One quiet line in the place of another: a reading is near, so speak first; that the music is still low; or that a track is left out. */
export function SpeakHint({ otherwise }: { readonly otherwise: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const offered = useSecond((now) => speakOffered(session, protocol, now));
  const { lastFailed } = session.music;
  const told = useSecond((now) => lastFailed !== null && lifeMs(session, now) - lastFailed.lifeMs <= TOLD_MS);
  const low = session.music.underVoice;
  const words = low ? t('session.music.speaking') : t('session.music.speakHint');
  if (low || offered) {
    return (
      <p className={styles.hint} role="status">
        {words}
      </p>
    );
  }
  if (lastFailed === null || !told) return <p className={styles.next}>{otherwise}</p>;
  const { title } = lastFailed;
  return (
    <p className={styles.leftOut} role="status">
      {title === null ? t('session.music.oneLeftOut') : t('session.music.leftOut', { title })}
    </p>
  );
}
