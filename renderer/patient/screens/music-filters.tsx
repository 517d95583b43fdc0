import type { ReactElement } from 'react';
import type { Choice } from '../../../shared/intake/choice.ts';
import type { OfferedSet } from '../../../shared/intake/offered-set.ts';
import { fits, type Avoid } from '../../../shared/intake/which-sets.ts';
import { useAsking, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import type { Narrowed } from '../shown-sets.ts';
import { usePatientText } from '../use-patient-text.ts';
import styles from './music-screen.module.css';

export interface MusicFiltersProps {
  /** The card that was touched last: what "calmer", "more moving" and "more like this" are said of. */
  readonly chosen: OfferedSet | null;
  readonly narrowed: Narrowed | null;
  readonly onNarrow: (narrowed: Narrowed | null) => void;
}

/** What the cards should be like; each press again takes it back. */
export function MusicFilters({ chosen, narrowed, onNarrow }: MusicFiltersProps): ReactElement {
  const { store, listening } = usePatient();
  const { choice } = useAsking();
  const t = usePatientText();
  const mood = (next: NonNullable<Choice['mood']>): void => {
    const stands = choice.mood === next;
    store.change({ mood: stands ? null : next });
    onNarrow(stands || chosen === null ? null : { way: next, from: chosen });
  };
  /** A card that is not shown any more is not chosen any more, nor heard. */
  const avoid = (part: Partial<Avoid>): void => {
    const gone = chosen !== null && !fits(chosen, { ...choice, ...part });
    store.change(gone ? { ...part, music: null } : part);
    if (!gone) return;
    listening.stop();
    onNarrow(null);
  };
  const like = narrowed?.way === 'like';
  return (
    <div className={styles.filters} role="group" aria-label={t('music.filters')}>
      <Press pressed={choice.noVoices} onClick={() => avoid({ noVoices: !choice.noVoices })}>
        {t('music.noVoices')}
      </Press>
      <Press pressed={choice.noDrums} onClick={() => avoid({ noDrums: !choice.noDrums })}>
        {t('music.noDrums')}
      </Press>
      <Press pressed={choice.mood === 'calmer'} onClick={() => mood('calmer')}>
        {t('music.calmer')}
      </Press>
      <Press pressed={choice.mood === 'moreMoving'} onClick={() => mood('moreMoving')}>
        {t('music.moreMoving')}
      </Press>
      {chosen === null ? null : (
        <Press
          pressed={like}
          onClick={() => {
            store.change({ mood: null });
            onNarrow(like ? null : { way: 'like', from: chosen });
          }}
        >
          {t('music.like')}
        </Press>
      )}
      {narrowed === null ? null : (
        <Press
          tone="quiet"
          onClick={() => {
            store.change({ mood: null });
            onNarrow(null);
          }}
        >
          {t('music.all')}
        </Press>
      )}
    </div>
  );
}
