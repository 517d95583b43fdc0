import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { ProbeSound } from '../../shared/ipc/output.ts';
import {
  calibrated,
  CALIBRATION_LEVELS,
  HIGHEST_CAP_DBA,
  LOWEST_CAP_DBA,
  USUAL_CAP_DBA,
  type Headphones,
} from '../../shared/music/hearing.ts';
import { NOISE_LIMIT_SECONDS } from '../../shared/music/level-noise.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Tick } from '../ui/tick.tsx';
import styles from './headphones.module.css';
import { meterReading } from './meter-reading.ts';
import { Stepper } from './stepper.tsx';

export interface CalibrateDialogProps {
  readonly headphones: Headphones;
  readonly onClose: () => void;
}

/** Two noises, two readings of a sound level meter, one cap. Nothing sounds before somebody says that nobody wears them. */
export function CalibrateDialog({ headphones, onClose }: CalibrateDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [nobody, setNobody] = useState(false);
  const [playing, setPlaying] = useState<number | null>(null);
  const [texts, setTexts] = useState<readonly [string, string]>(['', '']);
  const [capDbA, setCapDbA] = useState(USUAL_CAP_DBA);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [first, second] = texts.map(meterReading);
  const both = typeof first === 'number' && typeof second === 'number' ? ([first, second] as const) : null;
  const fullDbA = both === null ? null : calibrated([...both], headphones.cap);
  useEffect(() => () => void client.request('output.probe', { sound: { kind: 'off' } }), [client]);
  // The noise ends by itself: the button then says so.
  useEffect(() => {
    if (playing === null) return undefined;
    const ended = setTimeout(() => setPlaying(null), NOISE_LIMIT_SECONDS * 1000);
    return () => clearTimeout(ended);
  }, [playing]);
  const play = async (level: number | null): Promise<void> => {
    const sound: ProbeSound = level === null ? { kind: 'off' } : { kind: 'level', level };
    const answer = await client.request('output.probe', { sound });
    setFailure(answer.ok ? null : answer);
    setPlaying(answer.ok ? level : null);
  };
  const keep = async (): Promise<void> => {
    if (both === null) return;
    const answer = await client.request('output.calibrate', { label: headphones.label, readings: [...both], capDbA });
    if (answer.ok) onClose();
    else setFailure(answer);
  };
  const step = (index: 0 | 1) => {
    const level = CALIBRATION_LEVELS[index];
    const text = texts[index];
    return (
      <div
        className={styles.measure}
        role="group"
        aria-label={t(index === 0 ? 'headphones.calibrate.loud' : 'headphones.calibrate.soft')}
      >
        <p>{t(index === 0 ? 'headphones.calibrate.loud' : 'headphones.calibrate.soft')}</p>
        <Button
          pressed={playing === level}
          disabled={!nobody}
          onClick={() => void play(playing === level ? null : level)}
        >
          {playing === level ? t('headphones.calibrate.stop') : t('headphones.calibrate.play')}
        </Button>
        <NumberField
          compact
          label={t('headphones.calibrate.shown')}
          unit={t('headphones.calibrate.unit')}
          text={text}
          onText={(typed) => setTexts((old) => (index === 0 ? [typed, old[1]] : [old[0], typed]))}
          invalid={meterReading(text) === 'wrong'}
          errorId="meter-wrong"
        />
      </div>
    );
  };
  return (
    <Dialog
      title={t('headphones.calibrate.title', { label: headphones.label })}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={fullDbA === null} onClick={() => void keep()}>
            {t('headphones.calibrate.keep')}
          </Button>
        </>
      }
    >
      <p>{t('headphones.calibrate.lead')}</p>
      <ol className={styles.list}>
        {t('headphones.calibrate.steps', { returnObjects: true }).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
      <Tick
        checked={nobody}
        onChange={(checked) => {
          setNobody(checked);
          if (!checked) void play(null);
        }}
      >
        {t('headphones.calibrate.nobody')}
      </Tick>
      {step(0)}
      {step(1)}
      {first === 'wrong' || second === 'wrong' ? <p id="meter-wrong">{t('headphones.calibrate.wrong')}</p> : null}
      {both !== null && fullDbA === null ? <Banner tone="amber">{t('headphones.calibrate.differ')}</Banner> : null}
      {fullDbA === null ? null : (
        <>
          <p>{t('headphones.calibrate.found', { dba: Math.round(fullDbA) })}</p>
          <Stepper
            label={t('headphones.calibrate.cap')}
            words={t('headphones.cap.dba', { dba: capDbA })}
            onLess={capDbA <= LOWEST_CAP_DBA ? null : () => setCapDbA(capDbA - 1)}
            onMore={capDbA >= HIGHEST_CAP_DBA ? null : () => setCapDbA(capDbA + 1)}
          />
        </>
      )}
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
    </Dialog>
  );
}
