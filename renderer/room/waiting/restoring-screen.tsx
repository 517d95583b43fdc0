import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../client/session-store.ts';
import { FailureBanner } from '../../keys/recovery-steps.tsx';
import { useJob } from '../../record/use-job.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import styles from './waiting.module.css';

/** The record is closed while a copy takes its place: what is going on, what counts meanwhile, and how it ended. */
export function RestoringScreen({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const { state } = useJob('restore');
  const over = useStatus()?.state !== 'restoring';
  if (over && (state.kind === 'done' || state.kind === 'failed'))
    return (
      <main className={styles.page}>
        <WallClock />
        {state.kind === 'done' ? (
          <Banner tone="done">{t('record.backups.restore.done')}</Banner>
        ) : (
          <>
            <p className={styles.words}>{t('record.backups.restore.failed')}</p>
            <FailureBanner failure={state.failure} />
          </>
        )}
        <Button tone="primary" onClick={onLeave}>
          {t('record.backups.restore.goOn')}
        </Button>
      </main>
    );
  return (
    <main className={styles.page}>
      <WallClock />
      <h1 className={styles.title}>{t('record.backups.restore.busyTitle')}</h1>
      <div className={styles.words} role="status">
        <p>{t('record.backups.restore.busyLead')}</p>
        <p className={styles.paper}>{t('shell.paper')}</p>
      </div>
      <LightsFullButton />
    </main>
  );
}
