import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../client/store.ts';
import { useStatus } from '../../client/session-store.ts';
import { dayOf } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import type { SentenceContext } from '../sentences.ts';
import { SignDialog } from './sign-dialog.tsx';
import { SignedDialog } from './signed-dialog.tsx';
import styles from './signing.module.css';

export interface SignActProps {
  readonly view: SessionView;
  readonly context: SentenceContext;
  /** The record has gone on and is to be read again. */
  readonly onChange: () => void;
}

/**
 * A draft: the way to sign it. A signed record: by whom and when, and the way to what was added. Nobody signs beside a session
 * that runs in the room.
 */
export function SignAct({ view, context, onChange }: SignActProps): ReactElement | null {
  const { t } = useTranslation();
  const status = useStatus();
  const [open, setOpen] = useState(false);
  const signedIn = status?.signedIn ?? null;
  const { session } = view;
  const { signature, phase, created } = session;
  if (phase !== 'finished' && phase !== 'notGiven') return null;
  const close = (): void => setOpen(false);
  if (signature === null) {
    const running = status?.liveSessionId != null;
    const own = signedIn?.role === 'clinician' || signedIn?.role === 'owner' ? signedIn.staffId : '';
    const signed = (): void => {
      close();
      onChange();
    };
    return (
      <>
        <Button
          tone="primary"
          className={styles.open}
          disabled={running}
          title={running ? t('signing.running') : undefined}
          onClick={() => setOpen(true)}
        >
          {t('signing.act')}
        </Button>
        {open ? <SignDialog view={view} staffId={own} onClose={close} onSigned={signed} onRefused={onChange} /> : null}
      </>
    );
  }
  const name = context.nameOf(signature.staffId);
  return (
    <>
      <Button className={styles.open} title={dayOf(signature.at, created.timeZone)} onClick={() => setOpen(true)}>
        <span className={styles.signed}>
          {t('signing.signed')} <span className={styles.signer}>{name}</span>
        </span>
      </Button>
      {open ? <SignedDialog view={view} context={context} onClose={close} onAdded={onChange} /> : null}
    </>
  );
}
