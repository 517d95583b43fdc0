import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { PatientCopy } from '../../../shared/session/patient-copy.ts';
import type { Session } from '../../../shared/session/state.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { readRecord } from '../use-record.ts';
import { AskedFor } from './asked-for.tsx';
import { HandOver } from './hand-over.tsx';
import type { Send } from './send.ts';

export interface PatientCopyDialogProps {
  readonly sessionId: string;
  readonly onClose: () => void;
}

/** The patient's copy: that it was asked for, made, and handed over, each written down. */
export function PatientCopyDialog({ sessionId, onClose }: PatientCopyDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [session, setSession] = useState<Session | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let ended = false;
    void readRecord(client, sessionId).then((read) => {
      if (ended) return;
      setSession(read.view?.session ?? null);
      if (read.failure !== null) setFailure(read.failure);
    });
    return () => {
      ended = true;
    };
  }, [client, sessionId, round]);
  const send: Send = async (command) => {
    setFailure(null);
    const commandId = crypto.randomUUID();
    const answer = await client.request('session.command', {
      ...{ sessionId, commandId, command },
      seenSeq: session?.seq ?? 0,
    });
    if (!answer.ok) setFailure(answer);
    setRound((old) => old + 1);
    return answer.ok;
  };
  const open = session?.patientCopies.findLast(({ handed }) => handed === null) ?? null;
  return (
    <Dialog
      title={t('patientCopy.dialog.title')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      {session === null ? (
        <p role="status">{failure === null ? t('common.loading') : null}</p>
      ) : (
        <Handed copies={session.patientCopies} session={session} />
      )}
      {session === null ? null : open === null ? (
        <AskedFor send={send} />
      ) : (
        <HandOver key={open.copyId} session={session} copy={open} send={send} onFailure={setFailure} />
      )}
    </Dialog>
  );
}

/** Copies that this patient has already. */
function Handed({
  copies,
  session,
}: {
  readonly copies: readonly PatientCopy[];
  readonly session: Session;
}): ReactElement | null {
  const { t } = useTranslation();
  const handed = copies.flatMap(({ copyId, handed: over }) => (over === null ? [] : [{ copyId, ...over }]));
  if (handed.length === 0) return null;
  return (
    <ul>
      {handed.map(({ copyId, form, at }) => (
        <li key={copyId}>✓ {t(`patientCopy.dialog.handed.${form}`, { day: dayOf(at, session.created.timeZone) })}</li>
      ))}
    </ul>
  );
}
