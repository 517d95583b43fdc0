import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { useJob } from '../record/use-job.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Progress } from '../ui/progress.tsx';
import styles from './music.module.css';
import { Report } from './report.tsx';
import { useDrop } from './use-drop.ts';
import { useReport } from './use-pages.ts';

export interface ImportCardProps {
  readonly running: boolean;
  readonly onImported: () => void;
}

/** How many came in; where none did, nothing is said to be done. */
function Outcome({ result }: { readonly result: Readonly<Record<string, unknown>> }): ReactElement {
  const { t } = useTranslation();
  if (result['imported'] === 0) return <Banner tone="amber">{t('musicLibrary.import.noneCame')}</Banner>;
  return (
    <Banner tone="done">
      <p>{t('musicLibrary.import.done', result)}</p>
      <p>{t('musicLibrary.import.check')}</p>
    </Banner>
  );
}

/** Bringing music in: what may be, choosing it, how far it is, and what became of each file. */
export function ImportCard({ running, onImported }: ImportCardProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const job = useJob('musicImport');
  const report = useReport();
  const { state } = job;
  const { again } = report;
  const over = state.kind === 'done' || state.kind === 'failed';
  useEffect(() => {
    if (!over) return;
    again();
    onImported();
  }, [over, again, onImported]);
  const [lost, setLost] = useState(false);
  const { begin: beginJob } = job;
  const begin = useCallback(
    (what: 'files' | 'folder' | 'dropped'): void => {
      setLost(false);
      void beginJob(() => client.request('music.bringIn', { what }));
    },
    [beginJob, client],
  );
  const takeDropped = useCallback(
    (files: readonly File[]): void => {
      void client.drop(files).then((taken) => (taken > 0 ? begin('dropped') : setLost(true)));
    },
    [client, begin],
  );
  const busy = state.kind === 'running';
  const held = useDrop(busy || running ? null : takeDropped);
  const failed = state.kind === 'failed' ? failureText(state.failure) : null;
  return (
    <Card title={t('musicLibrary.import.title')} className={held ? `${styles.card} ${styles.over}` : styles.card}>
      <p>{t('musicLibrary.import.lead')}</p>
      <Banner tone="calm">{t('musicLibrary.import.licence')}</Banner>
      {running ? <p className={styles.soft}>{t('musicLibrary.import.running')}</p> : null}
      {lost ? <Banner tone="amber">{t('musicLibrary.import.notDropped')}</Banner> : null}
      {failed === null ? null : (
        <Banner tone="amber">
          {failed.say} {failed.next}
        </Banner>
      )}
      {state.kind === 'done' && state.result['total'] !== undefined ? <Outcome result={state.result} /> : null}
      {busy ? (
        <>
          <p role="status">
            {state.total === 0
              ? t('musicLibrary.import.waiting')
              : t('musicLibrary.import.progress', { done: Math.floor(state.done), total: state.total })}
          </p>
          <Progress share={state.total === 0 ? 0 : state.done / state.total} />
        </>
      ) : null}
      <div className={styles.foot}>
        {busy ? (
          <Button onClick={job.stop}>{t('musicLibrary.import.stop')}</Button>
        ) : (
          <>
            <p className={held ? styles.letGo : styles.soft}>
              {t(held ? 'musicLibrary.import.letGo' : 'musicLibrary.import.drop')}
            </p>
            <span className={styles.space} />
            <Button disabled={running} onClick={() => begin('folder')}>
              {t('musicLibrary.import.folder')}
            </Button>
            <Button tone="primary" disabled={running} onClick={() => begin('files')}>
              {t('musicLibrary.import.files')}
            </Button>
          </>
        )}
      </div>
      {busy || report.all === null || report.all.length === 0 ? null : <Report lines={report.all} />}
    </Card>
  );
}
