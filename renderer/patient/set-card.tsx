import type { ReactElement } from 'react';
import type { OfferedSet } from '../../shared/intake/offered-set.ts';
import { chosenBefore } from '../../shared/intake/earlier.ts';
import { Landscape } from './landscape.tsx';
import { useAsking } from './patient-context.ts';
import { useDescription, usePatientText } from './use-patient-text.ts';
import styles from './set-card.module.css';

export interface SetCardProps {
  readonly set: OfferedSet;
  readonly chosen: boolean;
  readonly playing: boolean;
  readonly onPress: () => void;
}

/** A set as a picture to touch: chosen and listened to in one; whether it was chosen at an earlier visit stands on it. */
export function SetCard({ set, chosen, playing, onPress }: SetCardProps): ReactElement {
  const t = usePatientText();
  const describe = useDescription();
  const before = chosenBefore(useAsking().earlier, set.musicHash);
  const voices = set.tracks.some(({ lyrics }) => lyrics);
  const drums = set.tracks.some(({ percussion }) => percussion);
  const inIt =
    voices && drums ? t('music.voicesAndDrums') : voices ? t('music.voices') : drums ? t('music.drums') : null;
  return (
    <button type="button" className={styles.card} aria-pressed={chosen} data-playing={playing} onClick={onPress}>
      <span className={styles.view}>
        <Landscape set={set} className={styles.picture} />
        <svg viewBox="0 0 48 48" className={styles.sign} aria-hidden="true">
          <circle cx="24" cy="24" r="24" />
          {playing ? <path d="M18 14v20M30 14v20" /> : <path d="M19 14.5v19L34 24Z" className={styles.play} />}
        </svg>
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{set.title}</span>
        <span className={styles.description}>
          {describe(set.description)}
          {inIt === null ? null : <span className={styles.inIt}>{inIt}</span>}
          {before === null ? null : <span className={styles.inIt}>{t(`music.${before}`)}</span>}
        </span>
      </span>
    </button>
  );
}
