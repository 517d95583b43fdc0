import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupFault, RECOVERY_GROUPS, typedGroups } from '../../shared/access/recovery-key.ts';
import type { Failure } from '../../shared/ipc/answer.ts';
import { useClient } from '../client/room-context.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { FailureBanner } from './recovery-steps.tsx';
import styles from './keys.module.css';

export interface RecoveryEntryProps {
  /** No key chain answers here: a new passphrase is asked for as well. */
  readonly passphraseNeeded: boolean;
  readonly onBack: () => void;
}

/** The recovery key, typed from its print; a group that cannot be right is named while it is typed. */
export function RecoveryEntry({ passphraseNeeded, onBack }: RecoveryEntryProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState({ key: '', passphrase: '', again: '' });
  const [state, setState] = useState<Failure | 'typing' | 'sending'>('typing');
  const typed = standing(form.key);
  const ready = typed.fitting === RECOVERY_GROUPS && typed.wrong === null && (!passphraseNeeded || isNew(form));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setState('sending');
    const passphrase = passphraseNeeded ? form.passphrase : null;
    const answer = await client.request('app.recover', { recoveryKey: form.key, passphrase });
    setState(answer.ok ? 'typing' : answer);
  };
  const wrong = typed.wrong === null ? null : t('keys.entry.wrong', { number: typed.wrong });
  return (
    <form className={styles.steps} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('keys.entry.lead')}</p>
      <Field label={t('keys.entry.label')} hint={t('keys.entry.hint')} error={wrong}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            className={styles.letters}
            value={form.key}
            onChange={(event) => setForm((old) => ({ ...old, key: event.target.value }))}
          />
        )}
      </Field>
      <p role="status">{t('keys.entry.progress', { count: typed.fitting })}</p>
      {passphraseNeeded ? (
        <NewPassphrase form={form} set={(change) => setForm((old) => ({ ...old, ...change }))} />
      ) : null}
      <FailureBanner failure={typeof state === 'object' ? state : null} />
      <div className={styles.foot}>
        <Button onClick={onBack}>{t('keys.entry.back')}</Button>
        <Button tone="primary" type="submit" disabled={!ready || state === 'sending'}>
          {state === 'sending' ? t('keys.entry.opening') : t('keys.entry.open')}
        </Button>
      </div>
    </form>
  );
}

interface Passphrases {
  readonly passphrase: string;
  readonly again: string;
}

function NewPassphrase({
  form,
  set,
}: {
  readonly form: Passphrases;
  readonly set: (change: Partial<Passphrases>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const again = form.again !== '' && form.again !== form.passphrase ? t('setup.error.passphraseAgain') : null;
  return (
    <>
      <p>{t('keys.entry.passphraseLead')}</p>
      <div className={styles.pair}>
        <Secret
          label={t('keys.entry.passphrase')}
          hint={t('setup.passphraseHint')}
          value={form.passphrase}
          onChange={(passphrase) => set({ passphrase })}
        />
        <Secret
          label={t('keys.entry.passphraseAgain')}
          error={again}
          value={form.again}
          onChange={(typed) => set({ again: typed })}
        />
      </div>
    </>
  );
}

export interface SecretProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A passphrase's field. */
export function Secret({ label, hint, error = null, value, onChange }: SecretProps): ReactElement {
  return (
    <Field label={label} hint={hint ?? null} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Whether two passphrases are a new one, typed twice. */
export function isNew({ passphrase, again }: Passphrases): boolean {
  return passphrase.length >= 8 && passphrase.length <= 200 && passphrase === again;
}

/** How many groups fit so far, and the first that cannot; the one that is being typed is neither. */
function standing(text: string): { readonly fitting: number; readonly wrong: number | null } {
  const faults = typedGroups(text).map((group, index) => (index < RECOVERY_GROUPS ? groupFault(group, index) : 'long'));
  const wrong = faults.findIndex((fault) => fault !== null && fault !== 'short');
  return {
    fitting: faults.filter((fault) => fault === null).length,
    wrong: wrong < 0 ? null : Math.min(wrong + 1, RECOVERY_GROUPS),
  };
}
