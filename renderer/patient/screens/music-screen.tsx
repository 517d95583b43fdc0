import { useState, type ReactElement } from 'react';
import type { MusicWish } from '../../../shared/intake/choice.ts';
import type { OfferedSet } from '../../../shared/intake/offered-set.ts';
import { previewOf } from '../../../shared/music/preview.ts';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { within } from '../loudness.ts';
import { HelpPress } from '../help-press.tsx';
import { useAsking, useHeard, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { SetCard } from '../set-card.tsx';
import { shownSets, type Narrowed } from '../shown-sets.ts';
import { usePatientText } from '../use-patient-text.ts';
import { MusicFilters } from './music-filters.tsx';
import styles from './music-screen.module.css';

/** Cards to touch and listen to; quiet, one's own music and leaving it to us stand beside them as equals. */
export function MusicScreen(): ReactElement {
  const { store, listening } = usePatient();
  const { choice, level, sets } = useAsking();
  const { key } = useHeard();
  const t = usePatientText();
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null);
  const wish = choice.music;
  const chosen = sets.find(({ musicHash }) => wish?.kind === 'set' && wish.musicHash === musicHash) ?? null;
  const cards = shownSets(sets, choice, narrowed);
  const touch = (set: OfferedSet): void => {
    store.change({ music: { kind: 'set', musicHash: set.musicHash } });
    if (key === set.musicHash) return listening.stop();
    listening.setLevel(within(choice.loudness ?? level));
    listening.play(set.musicHash, previewOf(set));
  };
  return (
    <Frame
      title={t('music.title')}
      text={t('music.text')}
      className={styles.music}
      foot={
        <>
          <Instead />
          <Forward answered={wish !== null} label={chosen === null ? t('next') : t('music.take')} />
        </>
      }
    >
      <MusicFilters chosen={chosen} narrowed={narrowed} onNarrow={setNarrowed} />
      <div className={styles.cards} role="group" aria-label={t('music.sets')}>
        {cards.map((set) => (
          <SetCard
            key={set.musicHash}
            set={set}
            chosen={set === chosen}
            playing={key === set.musicHash}
            onPress={() => touch(set)}
          />
        ))}
        {cards.length > (narrowed === null ? 0 : 1) ? null : (
          <p className={styles.none}>{narrowed === null ? t('music.none') : t('music.onlyThis')}</p>
        )}
      </div>
    </Frame>
  );
}

/** What stands beside the sets; and a hand to raise. */
function Instead(): ReactElement {
  const { store, listening } = usePatient();
  const { choice, ownFiles } = useAsking();
  const t = usePatientText();
  const kind = choice.music?.kind ?? null;
  const wish = (music: MusicWish, stands: boolean): void => {
    listening.stop();
    store.change({ music: stands ? null : music });
  };
  const own = kind === 'ownFiles' || kind === 'ownPhone';
  return (
    <div className={styles.instead} role="group" aria-label={t('music.instead')}>
      <Press pressed={kind === 'quiet'} onClick={() => wish({ kind: 'quiet' }, kind === 'quiet')}>
        {t('music.quiet')}
      </Press>
      <Press pressed={own} onClick={() => wish({ kind: ownFiles === null ? 'ownPhone' : 'ownFiles' }, own)}>
        {t('music.own')}
      </Press>
      <Press pressed={kind === 'chooseForMe'} onClick={() => wish({ kind: 'chooseForMe' }, kind === 'chooseForMe')}>
        {t('music.chooseForMe')}
      </Press>
      <HelpPress />
    </div>
  );
}
