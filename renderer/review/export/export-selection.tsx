import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKinds } from '../../../shared/export/kinds.ts';
import { lookAfterRoles, type SessionRow } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { useStatus } from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { JobProgress } from '../../record/job-progress.tsx';
import { useJob, type JobState } from '../../record/use-job.ts';
import { lineOfRow } from '../../room/start/session-line.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import { SendThere } from './send-there.tsx';
import { KindList } from './kind-list.tsx';
import styles from './export.module.css';

export interface ExportSelectionProps {
  readonly search: RequestArgs<'export.selection'>['search'];
  /** How many it finds. */
  readonly count: number;
  /** Those that were chosen one by one; nothing where all that the list shows are meant. */
  readonly chosen?: readonly SessionRow[];
}

/** Chosen sessions named in the question at most; the rest are counted. */
const MOST_NAMED = 5;

/** Every session that the list is narrowed to, or those that were chosen in it, as one file, by those who look after records; long work that tells how far it is and can be ended. */
export function ExportSelection({ search, count, chosen = [] }: ExportSelectionProps): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const job = useJob('export');
  const [open, setOpen] = useState(false);
  const by = useStatus()?.signedIn ?? null;
  if (by === null || !lookAfterRoles.includes(by.role)) return null;
  const running = job.state.kind === 'running';
  const close = (): void => {
    setOpen(false);
    if (!running) job.clear();
  };
  return (
    <>
      <Button className={styles.open} onClick={() => setOpen(true)}>
        {t(chosen.length === 0 ? 'exporting.openMany' : 'exporting.openChosen')}
      </Button>
      {open ? (
        <Dialog
          title={t('exporting.titleMany', { count })}
          wide
          onClose={close}
          foot={<Button onClick={close}>{t('common.close')}</Button>}
        >
          <Named rows={chosen} />
          <p>{t(search.practice ? 'exporting.practice' : 'exporting.warning')}</p>
          <Told state={job.state} onStop={job.stop} />
          <KindList
            kinds={fileKinds}
            disabled={running}
            practice={search.practice}
            onPick={(kind) =>
              void job
                .begin(() => client.request('export.selection', { search, kind }))
                .then((answer) => {
                  // The box for the place was closed: nothing began.
                  if (answer.ok && !(answer.data as { readonly begun: boolean }).begun) job.clear();
                })
            }
          />
          {search.practice ? null : <SendThere what={{ search }} disabled={running} />}
        </Dialog>
      ) : null}
    </>
  );
}

/** Whose they are, by two identifiers, and of which day. */
function Named({ rows }: { readonly rows: readonly SessionRow[] }): ReactElement | null {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const over = rows.length - MOST_NAMED;
  return (
    <ul className={styles.named}>
      {rows.slice(0, MOST_NAMED).map((row) => (
        <li key={row.sessionId}>{lineOfRow(row, t)}</li>
      ))}
      {over > 0 ? <li>{t('exporting.andMore', { count: over })}</li> : null}
    </ul>
  );
}

function Told({ state, onStop }: { readonly state: JobState; readonly onStop: () => void }): ReactElement | null {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running': {
      const { done, total } = state;
      const words = total === 0 ? t('exporting.wait') : t('exporting.progress', { done, total });
      return <JobProgress words={words} share={total === 0 ? 0 : done / total} onStop={onStop} />;
    }
    case 'done':
      return (
        <p role="status">
          ✓ {t('exporting.savedMany', { count: Number(state.result['sessions']), file: String(state.result['file']) })}
        </p>
      );
    case 'failed': {
      const { say, next } = failureText(state.failure);
      return (
        <Banner tone="red">
          {say} {next}
        </Banner>
      );
    }
  }
}
