import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MusicSet } from '../../../shared/music/set.ts';
import type { OfferedSet } from '../offered-sets.ts';
import styles from './new-session.module.css';

export interface MusicCardsProps {
  /** Null while they are asked for. */
  readonly sets: readonly OfferedSet[] | null;
  /** Null: no music. Undefined while it is not known what is offered first. */
  readonly chosen: string | null | undefined;
  /** What the patient chose for the whole course, where it is among the sets. */
  readonly earlier: string | null;
  readonly onChoose: (musicHash: string | null) => void;
}

/** One card a set, and silence; a radio group by keyboard. */
export function MusicCards({ sets, chosen, earlier, onChoose }: MusicCardsProps): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.music}>
      <legend className={styles.legend}>{t('newSession.music')}</legend>
      {sets?.length === 0 ? <p className={styles.soft}>{t('newSession.musicNone')}</p> : null}
      <div className={styles.sets}>
        {sets?.map(({ musicHash, set, forOne }) => (
          <label key={musicHash} className={styles.set}>
            <input type="radio" name={name} checked={chosen === musicHash} onChange={() => onChoose(musicHash)} />
            <SetWords set={set} />
            {forOne ? <span>{t('intake.forOne')}</span> : null}
            {earlier === musicHash ? <span>{t('newSession.ofCourse')}</span> : null}
          </label>
        ))}
        <label className={styles.set}>
          <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
          <strong>{t('newSession.noMusic')}</strong>
          <span className={styles.soft}>{t('newSession.noMusicHint')}</span>
        </label>
      </div>
    </fieldset>
  );
}

function SetWords({ set }: { readonly set: MusicSet }): ReactElement {
  const { t } = useTranslation();
  const minutes = Math.round(set.tracks.reduce((sum, track) => sum + track.durationMs, 0) / 60_000);
  const facts = [
    t('newSession.musicLength', { count: minutes }),
    set.tracks.some((track) => track.lyrics) ? t('newSession.musicLyrics') : t('newSession.musicSome'),
    ...(set.tracks.some((track) => track.percussion) ? [t('newSession.musicDrums')] : []),
  ];
  return (
    <>
      <strong>{set.title}</strong>
      <span>{set.description}</span>
      <span className={styles.soft}>{facts.join(', ')}</span>
    </>
  );
}
