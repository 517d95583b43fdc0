import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../client/store.ts';
import { comfortWords, musicWords } from '../i18n/choice-words.ts';
import { Intention } from '../room/session/intake/intention.tsx';
import { keptRounds } from '../room/session/intake/kept.ts';
import { FollowedWords } from './owed/followed-words.tsx';
import styles from './review.module.css';

export interface WordsPanelProps {
  readonly view: SessionView;
  readonly nameOf: (staffId: string) => string;
}

/** What the patient brought and took: intention, wishes, choices, their own words; and what was done afterwards. */
export function WordsPanel({ view, nameOf }: WordsPanelProps): ReactElement {
  const { t } = useTranslation();
  const { intention, wishes, ownWords, intake, sessionId, created } = view.session;
  const musicTitle = view.session.musicTitle ?? view.music?.set?.title ?? null;
  const comfort = intake.choice === null ? [] : comfortWords(intake.choice.comfort, t);
  const music = intake.choice === null ? [] : musicWords(intake.choice, musicTitle, t);
  const parts = [
    { name: t('review.intention'), text: intention },
    { name: t('review.wishes'), text: wishes },
    { name: t('review.music'), text: music.length === 0 ? musicTitle : music.join(' · ') },
    { name: t('intake.comfort.label'), text: comfort.join(' · ') },
    ...ownWords.map((text) => ({ name: t('review.ownWords'), text })),
  ].filter((part) => part.text !== null && part.text !== '');
  return (
    <>
      {parts.length === 0 ? <p className={styles.soft}>{t('review.noWords')}</p> : null}
      <dl className={styles.words}>
        {parts.map((part) => (
          <div key={`${part.name} ${part.text}`}>
            <dt className={styles.soft}>{part.name}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
      {created.courseId === null ? null : (
        <FollowedWords session={view.session} courseId={created.courseId} nameOf={nameOf} />
      )}
      {intake.choice === null ? null : <Intention sessionId={sessionId} round={keptRounds(view)} />}
    </>
  );
}
