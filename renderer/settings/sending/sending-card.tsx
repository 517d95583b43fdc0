import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useRequest } from '../../client/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SendingDialog } from './sending-dialog.tsx';
import { SendingList } from './sending-list.tsx';
import { troubleWords } from './sending-words.ts';
import { useSending } from './use-sending.ts';
import styles from '../settings.module.css';

/** The clinic's FHIR server: whether anything goes there, how it stands, the list, and the way to set it up. */
export function SendingCard({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { data, again } = useRequest('sending.read', {});
  const view = useSending();
  const [open, setOpen] = useState<'setup' | 'list' | null>(null);
  const role = status.signedIn?.role ?? 'therapist';
  const trouble = view === null ? null : troubleWords(view, t);
  const close = (): void => {
    setOpen(null);
    again();
  };
  return (
    <Card title={t('sending.title')} className={styles.card}>
      <p>{t('sending.intro')}</p>
      {view === null ? null : (
        <p role="status">
          {t(view.on ? 'sending.on' : 'sending.off')}{' '}
          {view.on ? t(view.whenSigned ? 'sending.bySetting' : 'sending.byPress') : null} {view.on ? trouble : null}
        </p>
      )}
      {view === null || (!view.on && view.accepted + view.waiting + view.refused === 0) ? null : (
        <p>{t('sending.counts', { waiting: view.waiting, accepted: view.accepted, refused: view.refused })}</p>
      )}
      <div className={styles.row}>
        <Button disabled={role === 'therapist'} onClick={() => setOpen('list')}>
          {t('sending.openList')}
        </Button>
        <Button disabled={role !== 'owner' || data === null} onClick={() => setOpen('setup')}>
          {t('sending.open')}
        </Button>
        {role === 'owner' ? null : <span className={styles.soft}>{t('sending.owner')}</span>}
      </div>
      {open === 'setup' && data !== null ? <SendingDialog setup={data.setup} onClose={close} /> : null}
      {open === 'list' ? <SendingList onClose={close} /> : null}
    </Card>
  );
}
