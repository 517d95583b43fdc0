import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { Lamp } from '../../../shared/lights/lamps.ts';
import type { Client } from '../../client/client.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EyeSlider } from './eye-slider.tsx';
import { whyWords } from './health-words.ts';
import styles from './lamps.module.css';

type Tried = RequestArgs<'lights.blink'>['lamp'];

export interface ByEyeProps {
  readonly lamp: Tried;
  readonly minimumLevel: number;
  readonly gamma: number;
  readonly onChange: (change: Partial<Pick<Lamp, 'minimumLevel' | 'gamma'>>) => void;
}

/** Which lamp it is, where it begins to give light, and whether half looks like half: on the lamp itself, by eye. */
export function ByEye({ lamp, minimumLevel, gamma, onChange }: ByEyeProps): ReactElement {
  const { t } = useTranslation();
  const { show, blink, blinking, failure } = useTrying(lamp);
  /** The lamp is shown the number that this level comes out as. */
  const showLevel = (level: number, exponent: number): void => show(level ** exponent);
  return (
    <div className={styles.form} role="group" aria-label={t('lamps.lamp.eye')}>
      <div className={styles.row}>
        <h3 className={styles.zone}>{t('lamps.lamp.eye')}</h3>
        <span className={styles.space} />
        <Button disabled={blinking} onClick={() => void blink()}>
          {t(blinking ? 'lamps.lamp.blinking' : 'lamps.lamp.blink')}
        </Button>
      </div>
      {failure === null ? null : (
        <Banner tone="amber">
          {failureText(failure).say} {whyWords(String(failure.params['why'] ?? ''))}
        </Banner>
      )}
      {lamp.dims ? (
        <>
          <p className={styles.soft}>{t('lamps.lamp.eyeLead')}</p>
          <EyeSlider
            label={t('lamps.lamp.gamma')}
            hint={t('lamps.lamp.gammaHint')}
            words={gamma.toFixed(1)}
            range={{ min: 0.4, max: 3, step: 0.1 }}
            value={gamma}
            onChange={(next) => {
              onChange({ gamma: next });
              showLevel(0.5, next);
            }}
          />
          <div className={styles.row}>
            {[0.5, 1].map((level) => (
              <Button key={level} onClick={() => showLevel(level, gamma)}>
                {t('lamps.lamp.show', { percent: level * 100 })}
              </Button>
            ))}
          </div>
          <EyeSlider
            label={t('lamps.lamp.minimum')}
            hint={t('lamps.lamp.minimumHint')}
            words={`${Math.round(minimumLevel * 100)} %`}
            range={{ min: 0, max: 0.5, step: 0.01 }}
            value={minimumLevel}
            onChange={(next) => {
              onChange({ minimumLevel: next });
              showLevel(next, gamma);
            }}
          />
        </>
      ) : null}
    </div>
  );
}

/** Tells the lamp the newest level, one at a time; leaving gives it its light back. */
function useTrying(lamp: Tried) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [blinking, setBlinking] = useState(false);
  const wanted = useRef<{ readonly lamp: Tried; readonly level: number } | null>(null);
  const busy = useRef(false);
  const used = useRef(false);
  useEffect(
    () => () => {
      wanted.current = null;
      if (used.current) void client.request('lights.endTry', {});
    },
    [client],
  );
  const show = (level: number): void => {
    used.current = true;
    wanted.current = { lamp, level };
    if (!busy.current) void run();
  };
  const run = async (): Promise<void> => {
    busy.current = true;
    for (let next = wanted.current; next !== null; next = wanted.current) {
      wanted.current = null;
      setFailure(failureOf(await client.request('lights.tryLevel', next)));
    }
    busy.current = false;
  };
  const blink = async (): Promise<void> => {
    used.current = true;
    setBlinking(true);
    setFailure(failureOf(await client.request('lights.blink', { lamp })));
    setBlinking(false);
  };
  return { show, blink, blinking, failure };
}

function failureOf(answer: Awaited<ReturnType<Client['request']>>): Failure | null {
  return answer.ok ? null : answer;
}
