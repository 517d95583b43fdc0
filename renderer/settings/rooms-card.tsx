import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { useNow } from '../client/clock.ts';
import { useRequest } from '../client/use-request.ts';
import { useRooms } from '../rooms/use-rooms.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { linkWords } from './lamps/health-words.ts';
import { RoomsDialog } from './rooms-dialog.tsx';
import styles from './settings.module.css';

/** The status between rooms: whether it is on, whom it hears, and the way to set it up. */
export function RoomsCard({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { wallMs } = useNow();
  const { data, again } = useRequest('rooms.read', {});
  const told = useRooms();
  const [open, setOpen] = useState(false);
  const view = told?.view ?? data?.view ?? null;
  const isOwner = status.signedIn?.role === 'owner';
  return (
    <Card title={t('rooms.title')} className={styles.card}>
      <p>{t('rooms.intro')}</p>
      {view === null ? null : (
        <p role="status">
          {t(view.on ? 'rooms.on' : 'rooms.off')} {view.on ? linkWords(view.health, wallMs, t) : null}{' '}
          {view.on ? t('rooms.heard', { count: view.rooms.length, ignored: view.ignored }) : null}
        </p>
      )}
      <div className={styles.row}>
        <Button disabled={!isOwner || data === null} onClick={() => setOpen(true)}>
          {t('rooms.open')}
        </Button>
        {isOwner ? null : <span className={styles.soft}>{t('rooms.owner')}</span>}
      </div>
      {open && data !== null ? (
        <RoomsDialog
          setup={data.setup}
          roomName={status.settings.roomName}
          onClose={() => {
            setOpen(false);
            again();
          }}
        />
      ) : null}
    </Card>
  );
}
