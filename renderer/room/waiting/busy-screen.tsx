import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { useJob } from '../../record/use-job.ts';
import { FailureBanner } from '../../keys/recovery-steps.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import styles from './waiting.module.css';

/** The record is closed while its keys are replaced: how far that is, the way to stop it, and how it ended. */
export function BusyScreen({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { state } = useJob('reencrypt');
  const [stopping, setStopping] = useState(false);
  const share = state.kind === 'running' && state.total > 0 ? state.done / state.total : 0;
  const stop = (): void => {
    setStopping(true);
    void client.request('jobs.stop', { job: 'reencrypt' });
  };
  if (state.kind === 'done' || state.kind === 'failed')
    return (
      <main className={styles.page}>
        <WallClock />
        {state.kind === 'done' ? (
          <Banner tone="done">{t('keys.panel.replaced')}</Banner>
        ) : (
          <FailureBanner failure={state.failure} />
        )}
        <p className={styles.words}>{t('keys.busy.ended')}</p>
        <Button tone="primary" onClick={onLeave}>
          {t('keys.busy.goOn')}
        </Button>
      </main>
    );
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
