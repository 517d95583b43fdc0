import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EyeSlider } from './eye-slider.tsx';
import styles from './lamps.module.css';

export interface LeavingProps {
  /** Null: lamps stay as they are. */
  readonly leaving: number | null;
  readonly running: boolean;
  readonly onSaved: () => void;
}

const FIRST_LEVEL = 0.6;

/** What the lamps do when nobody leads them any more. */
export function LeavingCard({ leaving, running, onSaved }: LeavingProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (next: number | null): Promise<void> => {
    const answer = await client.request('lights.setLeaving', { leaving: next });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) onSaved();
  };
  return (
    <Card title={t('lamps.leaving.title')} className={styles.card}>
      <p className={styles.soft}>{t('lamps.leaving.text')}</p>
      {running ? null : (
        <Segmented
          label={t('lamps.leaving.title')}
          labelHidden
          wrap
          options={[
            { value: 'stay', label: t('lamps.leaving.stay') },
            { value: 'level', label: t('lamps.leaving.level') },
          ]}
          value={leaving === null ? 'stay' : 'level'}
          onChange={(value) => void save(value === 'stay' ? null : FIRST_LEVEL)}
        />
      )}
      {leaving === null || running ? null : (
        <EyeSlider
          label={t('lamps.leaving.levelLabel')}
          words={`${Math.round(leaving * 100)} %`}
          range={{ min: 0.1, max: 1, step: 0.05 }}
          value={leaving}
          onChange={(value) => void save(value)}
        />
      )}
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
    </Card>
  );
}
