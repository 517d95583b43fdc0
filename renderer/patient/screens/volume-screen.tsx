import { useState, type ReactElement } from 'react';
import { volumePassage } from '../../../shared/music/preview.ts';
import { Frame } from '../frame.tsx';
import { HelpPress } from '../help-press.tsx';
import { placeOf, SOFTEST, stepped, within } from '../loudness.ts';
import { useAsking, useHeard, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './volume-screen.module.css';

const KEY = 'volume';

/** First the headphones; then music out of silence, softer and louder until it is just right. */
export function VolumeScreen(): ReactElement {
  const { store, listening } = usePatient();
  const { choice, level: usual, sets } = useAsking();
  const { key, silent } = useHeard();
  const t = usePatientText();
  const [begun, setBegun] = useState(false);
  const level = within(choice.loudness ?? usual);
  const passage = volumePassage(sets.flatMap(({ tracks }) => tracks));
  const listen = (): void => {
    setBegun(true);
    listening.setLevel(level);
    listening.play(KEY, passage === null ? [] : [passage]);
  };
  const turn = (way: 'softer' | 'louder'): void => {
    const next = stepped(level, way);
    store.change({ loudness: next });
    listening.setLevel(next);
    if (key !== KEY) listening.play(KEY, passage === null ? [] : [passage]);
  };
  if (!begun)
    return (
      <Frame
        key="headphones"
        title={t('volume.title')}
        text={t('volume.text')}
        className={styles.middle}
        foot={
          <>
            <HelpPress />
            <Press tone="quiet" onClick={() => store.next()}>
              {t('volume.without')}
            </Press>
            <Press tone="primary" onClick={listen}>
              {t('volume.start')}
            </Press>
          </>
        }
      >
        <Headphones />
      </Frame>
    );
  return (
    <Frame
      key="listening"
      title={t('volume.listenTitle')}
      text={t('volume.listenText')}
      className={styles.middle}
      foot={
        <>
          <HelpPress />
          {silent ? (
            <Press tone="primary" onClick={() => store.next()}>
              {t('next')}
            </Press>
          ) : (
            <Heard level={level} />
          )}
        </>
      }
    >
      <div className={styles.turn}>
        <Press className={styles.knob} disabled={silent || level <= SOFTEST} onClick={() => turn('softer')}>
          {t('volume.softer')}
        </Press>
        <div
          role="meter"
          aria-label={t('volume.level')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(placeOf(level) * 100)}
          className={styles.meter}
          ref={(element) => element?.style.setProperty('--place', String(placeOf(level)))}
        />
        <Press className={styles.knob} disabled={silent || level >= 1} onClick={() => turn('louder')}>
          {t('volume.louder')}
        </Press>
      </div>
      <p className={styles.end} role="status">
        {level >= 1 ? t('volume.loudest') : level <= SOFTEST ? t('volume.softest') : ''}
      </p>
    </Frame>
  );
}

/** The ways on for who hears something: what nobody heard is never said to be just right. */
function Heard({ level }: { readonly level: number }): ReactElement {
  const { store } = usePatient();
  const t = usePatientText();
  return (
    <>
      <Press tone="quiet" onClick={() => store.next()}>
        {t('volume.without')}
      </Press>
      <Press
        tone="primary"
        onClick={() => {
          store.change({ loudness: level });
          store.next();
        }}
      >
        {t('volume.right')}
      </Press>
    </>
  );
}

function Headphones(): ReactElement {
  return (
    <svg viewBox="0 0 120 120" className={styles.headphones} aria-hidden="true">
      <path d="M22 78V62a38 38 0 0 1 76 0v16" />
      <rect x="15" y="70" width="18" height="32" rx="9" />
      <rect x="87" y="70" width="18" height="32" rx="9" />
    </svg>
  );
}
