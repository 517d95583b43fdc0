import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { AppStatus, RequestName } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { openingText } from '../../i18n/failure.ts';
import { RecoveryEntry } from '../../keys/recovery-entry.tsx';
import { FailureBanner } from '../../keys/recovery-steps.tsx';
import { RestoreButton } from '../../record/restore-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HoldButton } from '../../ui/hold-button.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import styles from '../sign-in/sign-in.module.css';

/** The record cannot be opened: what that means for the patient in the room comes first, then what is the matter and the ways on. */
export function BrokenScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <p className={styles.room}>{status.settings.roomName}</p>
        <WallClock />
        <LightsFullButton />
        <p className={styles.paper}>{t('shell.paper')}</p>
      </div>
      <section className={styles.panel} aria-labelledby="broken-title">
        <h1 id="broken-title" className={styles.title}>
          {t('shell.broken.title')}
        </h1>
        <Matter problem={status.problem} />
        <Ways status={status} />
        <p className={styles.soft}>{t('keys.lost.version', { version: status.version })}</p>
      </section>
    </main>
  );
}

/** What is the matter, what to do about it, and that nothing was touched. */
function Matter({ problem }: { readonly problem: string | null }): ReactElement {
  const { t } = useTranslation();
  const words = problem === null ? null : openingText(problem);
  return (
    <div role="alert" className={styles.form}>
      <p>{words?.say ?? t('shell.broken.problem')}</p>
      <p>{t(`keys.lost.what.${kindOf(problem)}`)}</p>
      {words === null ? null : <p>{words.next}</p>}
      <p className={styles.soft}>{t('keys.lost.kept')}</p>
    </div>
  );
}

/** A backup helps where the file is the trouble, not where it is only out of reach or open elsewhere. */
function restorable(problem: string): boolean {
  return problem.startsWith('record.') && !['record.inUse', 'record.busy', 'record.unreachable'].includes(problem);
}

type Way = 'recovery' | 'startNew';

function Ways({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way | null>(null);
  const again = useSend('app.tryAgain');
  const keyFile = useSend('app.returnKeyFile');
  if (way === 'recovery')
    return <RecoveryEntry passphraseNeeded={status.passphraseNeeded} onBack={() => setWay(null)} />;
  return (
    <div className={styles.form} role="group" aria-label={t('keys.lost.ways')}>
      {status.ways.includes('recovery') ? (
        <Button tone="primary" onClick={() => setWay('recovery')}>
          {t('keys.entry.use')}
        </Button>
      ) : null}
      {status.ways.includes('keyFile') ? (
        <Button tone="primary" disabled={keyFile.busy} onClick={() => void keyFile.send()}>
          {keyFile.busy ? t('keys.lost.trying') : t('keys.lost.keyFile')}
        </Button>
      ) : null}
      <FailureBanner failure={keyFile.failure} />
      {status.problem !== null && restorable(status.problem) ? (
        <RestoreButton foreign={false} passphraseNeeded={false} label={t('record.backups.restore.open')} />
      ) : null}
      <Button disabled={again.busy} onClick={() => void again.send()}>
        {again.busy ? t('keys.lost.trying') : t('keys.lost.tryAgain')}
      </Button>
      {status.ways.includes('startNew') ? (
        <Button tone="quiet" onClick={() => setWay('startNew')}>
          {t('keys.lost.startNew')}
        </Button>
      ) : null}
      <FailureBanner failure={again.failure} />
      {way === 'startNew' ? <StartNew onClose={() => setWay(null)} /> : null}
    </div>
  );
}

/** The last way: never by itself, never by a quick press, and nothing is deleted. */
function StartNew({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { busy, failure, send } = useSend('app.startNew');
  return (
    <Dialog
      title={t('keys.lost.startNewTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <HoldButton tone="plain" disabled={busy} onHeld={() => void send()}>
            {t('keys.lost.startNewAct')}
          </HoldButton>
        </>
      }
    >
      <p>{t('keys.lost.startNewLead')}</p>
      <FailureBanner failure={failure} />
    </Dialog>
  );
}

/** A request without arguments whose good end shows in the app's status. */
function useSend(name: Extract<RequestName, 'app.tryAgain' | 'app.returnKeyFile' | 'app.startNew'>) {
  const client = useClient();
  const [state, setState] = useState<Failure | 'sending' | null>(null);
  const send = async (): Promise<void> => {
    setState('sending');
    const answer = await client.request(name, {});
    setState(answer.ok ? null : answer);
  };
  return { busy: state === 'sending', failure: typeof state === 'object' ? state : null, send };
}

/** Which explanation belongs to a code. */
function kindOf(problem: string | null): 'keychain' | 'vault' | 'wrongKey' | 'missing' | 'newer' | 'other' {
  switch (problem) {
    case 'vault.keychainMissing':
    case 'vault.keychainRefused':
      return 'keychain';
    case 'vault.missing':
    case 'vault.damaged':
      return 'vault';
    case 'record.wrongKey':
    case 'record.wrongChainKey':
      return 'wrongKey';
    case 'record.missing':
      return 'missing';
    case 'vault.newer':
    case 'record.newer':
      return 'newer';
    default:
      return 'other';
  }
}
