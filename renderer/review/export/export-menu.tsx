import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exportKinds, type ExportKind } from '../../../shared/export/kinds.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { useStatus } from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KindList } from './kind-list.tsx';
import { SendThere } from './send-there.tsx';
import { PatientCopyDialog } from './patient-copy-dialog.tsx';
import styles from './export.module.css';

export interface ExportMenuProps {
  readonly sessionId: string;
  readonly practice: boolean;
}

type Written = Answer<RequestData<'export.session'>>;

/** One session out of the app, in the form that is wanted. A therapist exports nothing. */
export function ExportMenu({ sessionId, practice }: ExportMenuProps): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const [copying, setCopying] = useState(false);
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  const role = useStatus()?.signedIn?.role ?? 'therapist';
  if (role === 'therapist') return null;
  const write = async (kind: ExportKind): Promise<void> => {
    setBusy(true);
    setWritten(null);
    setWritten(await client.request('export.session', { sessionId, kind }));
    setBusy(false);
  };
  const close = (): void => {
    setOpen(false);
    setWritten(null);
  };
  return (
    <>
      {practice ? null : <Button onClick={() => setCopying(true)}>{t('patientCopy.dialog.button')}</Button>}
      {copying ? <PatientCopyDialog sessionId={sessionId} onClose={() => setCopying(false)} /> : null}
      <Button className={styles.open} onClick={() => setOpen(true)}>
        {t('exporting.open')}
      </Button>
      {open ? (
        <Dialog
          title={t('exporting.title')}
          wide
          onClose={close}
          foot={<Button onClick={close}>{t('common.close')}</Button>}
        >
          <p>{t(practice ? 'exporting.practice' : 'exporting.warning')}</p>
          <WrittenWords busy={busy} written={written} />
          <KindList kinds={exportKinds} disabled={busy} practice={practice} onPick={(kind) => void write(kind)} />
          {practice ? null : <SendThere what={{ sessionId }} disabled={busy} />}
        </Dialog>
      ) : null}
    </>
  );
}

function WrittenWords({
  busy,
  written,
}: {
  readonly busy: boolean;
  readonly written: Written | null;
}): ReactElement | null {
  const { t } = useTranslation();
  if (busy) return <p role="status">{t('exporting.wait')}</p>;
  if (written === null) return null;
  if (!written.ok) {
    const { say, next } = failureText(written);
    return (
      <Banner tone="red">
        {say} {next}
      </Banner>
    );
  }
  const { name } = written.data;
  return name === null ? null : <p role="status">✓ {t('exporting.saved', { name })}</p>;
}
