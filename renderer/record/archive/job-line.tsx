import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from '../record.module.css';
import type { JobHandle } from '../use-job.ts';
import { percent } from './figures.ts';

/** How a piece of long work on archives stands: how far it is, or why it failed. */
export function JobLine({
  job: { state, stop },
  says,
}: {
  readonly job: JobHandle;
  readonly says: 'writing' | 'looking' | 'takingIn';
}): ReactElement | null {
  const { t } = useTranslation();
  if (state.kind === 'failed') {
    const { say, next } = failureText(state.failure);
    return (
      <Banner tone="red">
        <p>{say}</p>
        <p>{next}</p>
      </Banner>
    );
  }
  if (state.kind !== 'running') return null;
  return (
    <div className={styles.form}>
      <p>{t(`record.archive.${says}`, { share: percent(state.done, state.total) })}</p>
      <Progress share={state.total === 0 ? 0 : state.done / state.total} />
      <div className={styles.foot}>
        <Button onClick={stop}>{t('record.archive.stop')}</Button>
      </div>
    </div>
  );
}
