import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus, RequestData } from '../../../shared/ipc/contract.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { TopBar } from '../../room/shell/top-bar.tsx';
import { Banner } from '../../ui/banner.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionsCard } from './connections-card.tsx';
import { LampDialog } from './lamp-dialog.tsx';
import { LampsCard } from './lamps-card.tsx';
import { LeavingCard } from './leaving-card.tsx';
import { RemoveConnection, RemoveLamp } from './remove-dialogs.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import styles from './lamps.module.css';

/** What main says of the lamps. */
export type Listed = RequestData<'lights.list'>;

/** What is asked in a dialog; `id` null is a new one. */
export type Asked =
  | { readonly what: 'connection' | 'lamp'; readonly id: string | null }
  | { readonly what: 'secret' | 'removeConnection' | 'removeLamp'; readonly id: string };

/** The lamps of this room: which follow the session, what they hang on, and what they do when the app is left. */
export function LampsScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('lights.list', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const running = status.liveSessionId !== null;
  const ask = (next: Asked): void => {
    setSaid(null);
    setAsked(next);
  };
  const done = (words: string | null): void => {
    setAsked(null);
    setSaid(words);
    again();
  };
  return (
    <div className={styles.page} data-theme={running ? undefined : 'daylight'}>
      <TopBar title={t('lamps.title')} />
      <main className={styles.columns}>
        <div className={styles.wide}>
          {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
          {running ? <Banner tone="calm">{t('lamps.sessionRuns')}</Banner> : null}
          {said === null ? null : <Banner tone="done">{said}</Banner>}
          {data === null || data.setAside === 0 ? null : (
            <Banner tone="amber">{t('lamps.setAside', { count: data.setAside })}</Banner>
          )}
        </div>
        {data === null ? null : (
          <>
            <div className={styles.column}>
              <LampsCard listed={data} health={status.lampHealth} running={running} onAsk={ask} />
            </div>
            <div className={styles.column}>
              <ConnectionsCard listed={data} health={status.lampHealth} running={running} onAsk={ask} />
              <LeavingCard leaving={data.setup.leaving} running={running} onSaved={again} />
            </div>
            {asked === null ? null : (
              <AskedDialog asked={asked} listed={data} onDone={done} onClose={() => setAsked(null)} />
            )}
          </>
        )}
      </main>
    </div>
  );
}

interface AskedProps {
  readonly asked: Asked;
  readonly listed: Listed;
  /** Something was changed; `words` say what. */
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

function AskedDialog({ asked, listed, onDone, onClose }: AskedProps): ReactElement | null {
  const { connections, lamps } = listed.setup;
  const connection = connections.find(({ id }) => id === asked.id) ?? null;
  const lamp = lamps.find(({ id }) => id === asked.id) ?? null;
  const common = { onDone, onClose };
  switch (asked.what) {
    case 'connection':
      return <ConnectionDialog known={connection} kinds={listed.kinds} {...common} />;
    case 'lamp':
      return <LampDialog known={lamp} connections={connections} {...common} />;
    case 'secret':
      return connection === null ? null : <SecretDialog connection={connection} {...common} />;
    case 'removeConnection':
      return connection === null ? null : <RemoveConnection connection={connection} lamps={lamps} {...common} />;
    default:
      return lamp === null ? null : <RemoveLamp lamp={lamp} {...common} />;
  }
}
