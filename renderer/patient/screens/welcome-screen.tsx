import type { ReactElement } from 'react';
import type { OfferedSet } from '../../../shared/intake/offered-set.ts';
import type { MusicWish } from '../../../shared/intake/choice.ts';
import { Frame } from '../frame.tsx';
import { Landscape } from '../landscape.tsx';
import { useAsking, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './welcome-screen.module.css';

/** What it is about, and what was chosen last time, where that can be had again. */
export function WelcomeScreen(): ReactElement {
  const { store } = usePatient();
  const { earlier, sets, choice } = useAsking();
  const t = usePatientText();
  const last = earlier[0]?.choice.music ?? null;
  const lastSet = setOf(last, sets);
  const again = useLast(last, lastSet);
  const chosenSet = lastSet ?? setOf(choice.music, sets) ?? sets[0];
  return (
    <Frame
      first
      title={t('welcome.title')}
      text={t('welcome.text')}
      className={styles.welcome}
      foot={
        again === null ? (
          <>
            {choice.music === null ? null : <Press onClick={() => store.review()}>{t('welcome.chosen')}</Press>}
            <Press tone="primary" onClick={() => store.next()}>
              {t('welcome.begin')}
            </Press>
          </>
        ) : (
          <>
            <Press onClick={() => store.next()}>{t('last.anew')}</Press>
            <Press tone="primary" onClick={() => store.sameAgain()}>
              {t('last.same')}
            </Press>
          </>
        )
      }
    >
      {chosenSet === undefined ? null : <Landscape set={chosenSet} className={styles.view} />}
      {again === null ? null : <p className={styles.last}>{again}</p>}
    </Frame>
  );
}

function setOf(wish: MusicWish | null, sets: readonly OfferedSet[]): OfferedSet | undefined {
  return wish?.kind === 'set' ? sets.find(({ musicHash }) => musicHash === wish.musicHash) : undefined;
}

/** What was chosen last time, in a sentence; null where nothing was, or it is not there any more. */
function useLast(last: MusicWish | null, set: OfferedSet | undefined): string | null {
  const t = usePatientText();
  switch (last?.kind) {
    case 'set':
      return set === undefined ? null : t('last.set', { set: set.title });
    case 'quiet':
      return t('last.quiet');
    case 'chooseForMe':
      return t('last.chooseForMe');
    case 'ownPhone':
    case 'ownFiles':
      return t('last.own');
    case undefined:
      return null;
  }
}
