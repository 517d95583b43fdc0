import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speakOffered } from '../../../../shared/music/speak.ts';
import { useViewNow } from '../view.ts';
import styles from './music.module.css';

/** One quiet line in the place of another: a reading is near, so speak first; or that the music is still low. */
export function SpeakHint({ otherwise }: { readonly otherwise: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const low = session.music.underVoice;
  const words = low ? t('session.music.speaking') : t('session.music.speakHint');
  return low || speakOffered(session, protocol, now) ? (
    <p className={styles.hint} role="status">
      {words}
    </p>
  ) : (
    <p className={styles.next}>{otherwise}</p>
  );
}
