import type { ReactElement } from 'react';
import { previewOf } from '../../../shared/music/preview.ts';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { within } from '../loudness.ts';
import { HelpPress } from '../help-press.tsx';
import { useAsking, useHeard, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { SetCard } from '../set-card.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './few-answers.module.css';

/** One's own music: what staff brought in, to listen to; or one's own phone. */
export function OwnScreen(): ReactElement {
  const { store, listening } = usePatient();
  const { choice, ownFiles, level } = useAsking();
  const { key } = useHeard();
  const t = usePatientText();
  const kind = choice.music?.kind === 'ownFiles' ? 'ownFiles' : 'ownPhone';
  const listen = (): void => {
    store.change({ music: { kind: 'ownFiles' } });
    if (ownFiles === null || key === ownFiles.musicHash) return listening.stop();
    listening.setLevel(within(choice.loudness ?? level));
    listening.play(ownFiles.musicHash, previewOf(ownFiles));
  };
  return (
    <Frame
      title={t('own.title')}
      text={t('own.text')}
      className={styles.few}
      foot={
        <>
          <HelpPress />
          <Forward answered />
        </>
      }
    >
      <div className={styles.pair} role="group" aria-label={t('own.title')}>
        {ownFiles === null ? null : (
          <SetCard
            set={{ ...ownFiles, title: t('own.files') }}
            chosen={kind === 'ownFiles'}
            playing={key === ownFiles.musicHash}
            onPress={listen}
          />
        )}
        <Press
          pressed={kind === 'ownPhone'}
          className={styles.phone}
          onClick={() => {
            listening.stop();
            store.change({ music: { kind: 'ownPhone' } });
          }}
        >
          <svg viewBox="0 0 80 80" aria-hidden="true">
            <rect x="22" y="8" width="36" height="64" rx="7" />
            <path d="M36 63h8" />
          </svg>
          {t('own.phone')}
        </Press>
      </div>
    </Frame>
  );
}
