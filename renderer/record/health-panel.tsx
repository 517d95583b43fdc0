import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { overall, type Health } from '../../shared/record/health.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckResult } from './check-result.tsx';
import { HealthFacts } from './health-facts.tsx';
import { JobProgress } from './job-progress.tsx';
import { RebuildLists } from './rebuild-lists.tsx';
import styles from './record.module.css';
import { useJob } from './use-job.ts';

/** Whether the record is whole: one line, the facts it rests on, and the check of everything. */
export function HealthPanel({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { data: health, failure, again } = useRequest('record.health', {});
  const job = useJob('verify');
  const state = job.state;
  useEffect(() => {
    if (state.kind === 'done') again();
  }, [state.kind, again]);
  const text = failure === null ? null : failureText(failure);
  return (
    <Card title={t('record.health.title')} className={styles.card}>
      {text === null ? null : <Banner tone="amber">{`${text.say} ${text.next}`}</Banner>}
      {health === null ? (
        text === null ? (
          <p className={styles.soft}>{t('record.health.loading')}</p>
        ) : null
      ) : (
        <>
          <OverallLine health={health} />
          <HealthFacts health={health} />
          {health.verify !== null && health.verify.findings.length > 0 ? <CheckResult check={health.verify} /> : null}
        </>
      )}
      {state.kind === 'running' ? (
        <JobProgress
          words={
            state.total === 0
              ? t('record.health.check.starting')
              : t('record.health.check.running', { done: state.done, total: state.total })
          }
          share={state.total === 0 ? 0 : state.done / state.total}
          onStop={job.stop}
        />
      ) : null}
      {state.kind === 'failed' ? <JobFailure failure={state.failure} /> : null}
      {state.kind === 'done' && state.result['findings'] === 0 ? (
        <Banner tone="done">{t('record.health.check.good', { rows: state.result['rows'] })}</Banner>
      ) : null}
      <div className={styles.foot}>
        <Button
          disabled={state.kind === 'running' || status.liveSessionId !== null}
          onClick={() => void job.begin(() => client.request('record.verify', {}))}
        >
          {t('record.health.check.now')}
        </Button>
      </div>
      <RebuildLists disabled={state.kind === 'running' || status.liveSessionId !== null} />
    </Card>
  );
}

function OverallLine({ health }: { readonly health: Health }): ReactElement {
  const { t } = useTranslation();
  const code = overall(health);
  const tone = code === 'good' ? 'done' : code === 'changed' ? 'red' : 'amber';
  return <Banner tone={tone}>{t(`record.health.overall.${code}`)}</Banner>;
}

function JobFailure({ failure }: { readonly failure: Parameters<typeof failureText>[0] }): ReactElement {
  const { say, next } = failureText(failure);
  return <Banner tone="calm">{`${say} ${next}`}</Banner>;
}
