import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { RecoveryEntry } from '../../keys/recovery-entry.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import styles from './sign-in.module.css';

/** No key chain opens the record here: the passphrase does. Lights, time and paper come first, should a patient be in the room. */
export function PassphraseScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const [recovering, setRecovering] = useState(false);
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <p className={styles.room}>{status.settings.roomName}</p>
        <WallClock />
        <LightsFullButton />
        <p className={styles.paper}>{t('shell.paper')}</p>
      </div>
      <section className={styles.panel} aria-labelledby="passphrase-title">
        <h1 id="passphrase-title" className={styles.title}>
          {t(recovering ? 'keys.entry.title' : 'shell.passphrase.title')}
        </h1>
        {recovering ? (
          <RecoveryEntry passphraseNeeded={status.passphraseNeeded} onBack={() => setRecovering(false)} />
        ) : (
          <>
            <p className={styles.soft}>{t('shell.passphrase.lead')}</p>
            <PassphraseForm />
            {status.ways.includes('recovery') ? (
              <Button onClick={() => setRecovering(true)}>{t('keys.entry.use')}</Button>
            ) : null}
          </>
        )}
      </section>
    </main>
  );
}

function PassphraseForm(): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.request('app.unlock', { passphrase });
    setBusy(false);
    setFailure(answer.ok ? null : answer);
  };
  const text = failure === null ? null : failureText(failure);
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy && passphrase !== '') void submit();
      }}
    >
      <Field label={t('shell.passphrase.label')} error={text === null ? null : `${text.say} ${text.next}`}>
        {(control) => (
          <TextInput
            {...control}
            // The one field of this screen.
            autoFocus
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
      </Field>
      <Button tone="primary" type="submit" disabled={busy || passphrase === ''}>
        {busy ? t('shell.passphrase.opening') : t('shell.passphrase.open')}
      </Button>
    </form>
  );
}
