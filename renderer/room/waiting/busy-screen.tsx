import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { useJob } from '../../record/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import styles from './waiting.module.css';

/** The record is closed while its key is replaced: how far that is, and the way to stop it. */
export function BusyScreen(): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { state } = useJob('reencrypt');
  const [stopping, setStopping] = useState(false);
  const share = state.kind === 'running' && state.total > 0 ? state.done / state.total : 0;
  const stop = (): void => {
    setStopping(true);
    void client.request('jobs.stop', { job: 'reencrypt' });
  };
  return (
    <main className={styles.page}>
      <WallClock />
      <h1 className={styles.title}>{t('keys.busy.title')}</h1>
      <div className={styles.words}>
        <p>{t('keys.busy.lead')}</p>
        <Progress share={share} />
        <p role="status">{t('keys.busy.share', { share: Math.floor(share * 100) })}</p>
        <p className={styles.paper}>{t('shell.paper')}</p>
        <p className={styles.soft}>{t('keys.busy.stopHint')}</p>
      </div>
      <Button disabled={stopping} onClick={stop}>
        {stopping ? t('keys.busy.stopping') : t('keys.busy.stop')}
      </Button>
      <LightsFullButton />
    </main>
  );
}
