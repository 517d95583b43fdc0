import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { JobProgress } from './job-progress.tsx';
import styles from './record.module.css';
import { useJob } from './use-job.ts';

/** For a list or search that does not show what the record holds: both are built anew from its entries. */
export function RebuildLists({ disabled }: { readonly disabled: boolean }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const job = useJob('rebuildLists');
  const { state } = job;
  const text = state.kind === 'failed' ? failureText(state.failure) : null;
  if (state.kind === 'running')
    return (
      <JobProgress
        words={t('record.health.lists.running')}
        share={state.total === 0 ? 0 : state.done / state.total}
        onStop={job.stop}
      />
    );
  return (
    <>
      {state.kind === 'done' ? <Banner tone="done">{t('record.health.lists.done')}</Banner> : null}
      {text === null ? null : <Banner tone="calm">{`${text.say} ${text.next}`}</Banner>}
      <div className={styles.foot}>
        <p className={styles.soft}>{t('record.health.lists.hint')}</p>
        <Button
          tone="quiet"
          disabled={disabled}
          onClick={() => void job.begin(() => client.request('record.rebuildLists', {}))}
        >
          {t('record.health.lists.now')}
        </Button>
      </div>
    </>
  );
}
