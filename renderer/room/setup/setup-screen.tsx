import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { RestoreButton } from '../../record/restore-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { emptySetup, setupErrors, setupRequest, type SetupErrors, type SetupForm } from './setup-form.ts';
import { PassphraseCard, PracticeCard, RoomCard, YouCard, type SetupPart } from './setup-cards.tsx';
import { WhatItIs } from './what-it-is.tsx';
import styles from './setup.module.css';

/** The first run: one page, what the app is not on its left. */
export function SetupScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <h1 className={styles.title}>{t('setup.title')}</h1>
        <p className={styles.lead}>{t('setup.lead')}</p>
        <WhatItIs />
      </div>
      <div className={styles.column}>
        <SetUp passphraseNeeded={status.passphraseNeeded} />
        {/* Beside the form, not in it: its dialog has forms of its own. */}
        <RestoreButton foreign passphraseNeeded={status.passphraseNeeded} label={t('record.backups.elsewhere.open')} />
      </div>
    </main>
  );
}

function SetUp({ passphraseNeeded }: { readonly passphraseNeeded: boolean }): ReactElement {
  const { t } = useTranslation();
  const { form, part, errors, failure, busy, submit, formRef } = useSetup(passphraseNeeded);
  const count = Object.keys(errors).length;
  const text = failure === null ? null : failureText(failure);
  return (
    <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
      <RoomCard {...part} />
      <YouCard {...part} />
      {passphraseNeeded ? <PassphraseCard {...part} /> : null}
      <PracticeCard form={form} set={part.set} />
      {count > 0 ? <Banner tone="amber">{t('setup.check', { count })}</Banner> : null}
      {text === null ? null : (
        <Banner tone="red">
          <p>{text.say}</p>
          <p>{text.next}</p>
        </Banner>
      )}
      <Button tone="primary" type="submit" disabled={busy} className={styles.submit}>
        {busy ? t('setup.busy') : t('setup.submit')}
      </Button>
    </form>
  );
}

/** The form's state. Errors show after the first try and then follow the typing. */
function useSetup(passphraseNeeded: boolean) {
  const client = useClient();
  const [form, setForm] = useState<SetupForm>(emptySetup);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const errors: SetupErrors = tried ? setupErrors(form, passphraseNeeded) : {};

  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.request('app.setUp', setupRequest(form, passphraseNeeded));
    setBusy(false);
    setFailure(answer.ok ? null : answer);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const wrong = Object.keys(setupErrors(form, passphraseNeeded))[0];
    if (wrong === undefined) void send();
    else formRef.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  const part: SetupPart = { form, errors, set: (change) => setForm((old) => ({ ...old, ...change })) };
  return { form, part, errors, failure, busy, submit, formRef };
}
