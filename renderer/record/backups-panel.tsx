import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupsStatus } from '../../shared/ipc/backups.ts';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Progress } from '../ui/progress.tsx';
import { momentWords, sizeWords } from './copy-words.ts';
import { OutsideFolder } from './outside-folder.tsx';
import styles from './record.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { useJob, type JobState } from './use-job.ts';

/** How often the panel asks how copies stand while it is open, ms. */
const ASK_MS = 3_000;

/** Copies of the record: the last one, where they go, making one now, restoring from one. */
export function BackupsPanel({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { data, again } = useRequest('backups.status', {});
  const job = useJob('backup');
  const [restoring, setRestoring] = useState(false);
  useEffect(() => {
    const timer = setInterval(again, ASK_MS);
    return () => clearInterval(timer);
  }, [again]);
  const busy = job.state.kind === 'running' || data?.busy === true;
  return (
    <Card title={t('record.backups.title')} className={styles.card}>
      <p className={styles.soft}>{t('record.backups.intro')}</p>
      {data === null ? <p>{t('common.loading')}</p> : <LastCopy status={data} />}
      <BackupProgress state={job.state} />
      <div className={styles.row}>
        <Button tone="primary" disabled={busy} onClick={() => void job.begin(() => client.request('backups.now', {}))}>
          {busy ? t('record.backups.making') : t('record.backups.now')}
        </Button>
        <Button disabled={status.liveSessionId !== null || busy} onClick={() => setRestoring(true)}>
          {t('record.backups.restore.open')}
        </Button>
      </div>
      {data === null ? null : <OutsideFolder outside={data.outside} changed={again} />}
      {data === null ? null : <CopyList status={data} />}
      {restoring ? (
        <RestoreDialog
          outside={data?.outside.folder ?? null}
          foreign={false}
          passphraseNeeded={false}
          onClose={() => setRestoring(false)}
        />
      ) : null}
    </Card>
  );
}

function LastCopy({ status }: { readonly status: BackupsStatus }): ReactElement {
  const { t } = useTranslation();
  const last = status.copies[0];
  const text = status.problem === null ? null : failureText({ kind: 'unavailable', code: status.problem, params: {} });
  return (
    <>
      {last === undefined ? (
        <p>{t('record.backups.none')}</p>
      ) : (
        <p>
          {t('record.backups.last')}: <strong>{momentWords(last.createdAt)}</strong>
          <br />
          <span className={styles.soft}>
            {t(last.checkedWhole ? 'record.backups.checkedWhole' : 'record.backups.checked', {
              size: sizeWords(last.size),
            })}
            , {t('record.backups.whereFolder', { folder: status.folder })}
          </span>
        </p>
      )}
      {text === null ? null : <Banner tone="amber">{t('record.backups.problem', { ...text })}</Banner>}
    </>
  );
}

function BackupProgress({ state }: { readonly state: JobState }): ReactElement | null {
  const { t } = useTranslation();
  if (state.kind === 'done') return <Banner tone="done">{t('record.backups.made')}</Banner>;
  if (state.kind === 'failed') {
    const text = failureText(state.failure);
    return (
      <Banner tone="red">
        <p>{text.say}</p>
        <p>{text.next}</p>
      </Banner>
    );
  }
  if (state.kind === 'idle') return null;
  return (
    <div role="status">
      <p className={styles.soft}>{t(state.total === 0 ? 'record.backups.checking' : 'record.backups.making')}</p>
      <Progress share={state.total === 0 ? 1 : state.done / state.total} />
    </div>
  );
}

function CopyList({ status }: { readonly status: BackupsStatus }): ReactElement | null {
  const { t } = useTranslation();
  if (status.copies.length === 0) return null;
  return (
    <details>
      <summary>{t('record.backups.list', { count: status.copies.length })}</summary>
      <ul className={styles.soft}>
        {status.copies.map((copy) => (
          <li key={copy.stem}>
            {momentWords(copy.createdAt)}, {t(`record.backups.reason.${copy.reason}`)}, {sizeWords(copy.size)}
          </li>
        ))}
      </ul>
    </details>
  );
}
