import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus, RequestData } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from '../record.module.css';
import { useJob } from '../use-job.ts';
import { ExportDialog } from './export-dialog.tsx';
import { JobLine } from './job-line.tsx';
import { LookDialog } from './look-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { TakenIn, Written } from './results.tsx';

type Asking =
  | { readonly kind: 'export' | 'look' }
  | { readonly kind: 'preview'; readonly seen: RequestData<'archive.seen'> };

/** Archives: writing one, and taking one in after a look at it. */
export function ArchivePanel({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const writing = useJob('archiveExport');
  const looking = useJob('archiveLook');
  const taking = useJob('archiveImport');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [leftOut, setLeftOut] = useState<RequestData<'archive.export'>['leftOut']>([]);
  const jobs = [writing, looking, taking];
  const running = jobs.some(({ state }) => state.kind === 'running');
  const close = (): void => setAsking(null);
  const ask = (next: Asking): void => {
    for (const job of jobs) job.clear();
    setAsking(next);
  };

  const { state: looked, clear } = looking;
  useEffect(() => {
    if (looked.kind !== 'done') return;
    void client.request('archive.seen', {}).then((answer) => {
      clear();
      if (answer.ok && answer.data.preview !== null) setAsking({ kind: 'preview', seen: answer.data });
    });
  }, [client, looked, clear]);

  const look = async (passphrase: string): Promise<void> => {
    close();
    const answer = await looking.begin(() => client.request('archive.look', { passphrase }));
    if (answer.ok && (answer.data as RequestData<'archive.look'>).begun === false) clear();
  };
  const busy = running || status.liveSessionId !== null;
  return (
    <Card title={t('record.archive.title')} className={styles.card}>
      <p className={styles.soft}>{t('record.archive.intro')}</p>
      <JobLine job={writing} says="writing" />
      <JobLine job={looking} says="looking" />
      <JobLine job={taking} says="takingIn" />
      {writing.state.kind === 'done' ? <Written result={writing.state.result} leftOut={leftOut} /> : null}
      {taking.state.kind === 'done' ? <TakenIn result={taking.state.result} /> : null}
      <div className={styles.foot}>
        <Button disabled={busy} onClick={() => ask({ kind: 'look' })}>
          {t('record.archive.takeIn')}
        </Button>
        <Button disabled={busy} onClick={() => ask({ kind: 'export' })}>
          {t('record.archive.write')}
        </Button>
      </div>
      {asking?.kind === 'export' ? (
        <ExportDialog
          onClose={close}
          onExport={async (wanted) => {
            const answer = await client.request('archive.export', wanted);
            if (answer.ok) setLeftOut(answer.data.leftOut);
            return answer;
          }}
        />
      ) : null}
      {asking?.kind === 'look' ? <LookDialog onClose={close} onLook={(passphrase) => void look(passphrase)} /> : null}
      {asking?.kind === 'preview' && asking.seen.preview !== null ? (
        <PreviewDialog
          preview={asking.seen.preview}
          file={asking.seen.file}
          onClose={close}
          onTakeIn={(signed) => client.request('archive.import', { signed })}
        />
      ) : null}
    </Card>
  );
}
