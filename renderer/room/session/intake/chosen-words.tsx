import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fits } from '../../../../shared/intake/which-sets.ts';
import { useRequest } from '../../../client/use-request.ts';
import { comfortWords, musicWords } from '../../../i18n/choice-words.ts';
import { useView } from '../view.ts';
import { Intention } from './intention.tsx';
import { keptRounds } from './kept.ts';
import styles from './intake.module.css';

/** What the patient chose, in plain words, and where the music that would play has what they asked to do without. */
export function ChosenWords(): ReactElement {
  const { t } = useTranslation();
  const view = useView();
  const { session } = view;
  const { choice } = session.intake;
  const sets = useRequest('music.sets', {}).data?.sets ?? [];
  if (choice === null) return <p className={styles.soft}>{t('intake.nothing')}</p>;
  const music = musicWords(choice, titleOf(session.musicHash, sets), t);
  const comfort = comfortWords(choice.comfort, t);
  const plays = sets.find(({ musicHash }) => musicHash === session.musicHash)?.set ?? null;
  const voices = plays !== null && !fits(plays, { noVoices: choice.noVoices, noDrums: false });
  const drums = plays !== null && !fits(plays, { noVoices: false, noDrums: choice.noDrums });
  return (
    <div className={styles.chosen}>
      {music.length + comfort.length === 0 ? <p className={styles.soft}>{t('intake.nothing')}</p> : null}
      <Part name={t('intake.music.label')} words={music} />
      {voices ? <Unfit words={t('intake.unfit.voices')} /> : null}
      {drums ? <Unfit words={t('intake.unfit.drums')} /> : null}
      <Part name={t('intake.comfort.label')} words={comfort} />
      <Intention sessionId={session.sessionId} round={keptRounds(view)} />
    </div>
  );
}

function titleOf(
  hash: string | null,
  sets: readonly { readonly musicHash: string; readonly set: { readonly title: string } }[],
): string | null {
  return sets.find(({ musicHash }) => musicHash === hash)?.set.title ?? null;
}

function Part({ name, words }: { readonly name: string; readonly words: readonly string[] }): ReactElement | null {
  return words.length === 0 ? null : (
    <p className={styles.part}>
      <span className={styles.soft}>{name}</span> {words.join(' · ')}
    </p>
  );
}

function Unfit({ words }: { readonly words: string }): ReactElement {
  return (
    <p className={styles.unfit}>
      <span aria-hidden="true">! </span>
      {words}
    </p>
  );
}
