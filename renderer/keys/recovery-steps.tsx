import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { KeyGroups, RecoverySheet } from './recovery-sheet.tsx';
import styles from './keys.module.css';

export type ShownKey = RequestData<'keys.newRecovery'>;

export interface TypeBackProps {
  readonly shown: ShownKey;
  readonly onConfirmed: () => void;
  /** Further buttons, before the one that confirms. */
  readonly others: ReactNode;
}

/** The recovery key on the screen: printed or written down, and two of its groups typed back. */
export function ShowAndTypeBack({ shown, onConfirmed, others }: TypeBackProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [typed, setTyped] = useState<[string, string]>(['', '']);
  const [state, setState] = useState<Failure | 'typing' | 'sending'>('typing');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('sending');
    const answer = await client.request('keys.confirmRecovery', { typed });
    setState(answer.ok ? 'typing' : answer);
    if (answer.ok) onConfirmed();
  };
  const empty = typed.some((group) => group.trim() === '');
  return (
    <form className={styles.steps} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('keys.recovery.once')}</p>
      <KeyGroups groups={shown.groups} />
      <RecoverySheet groups={shown.groups} />
      <div>
        <Button onClick={() => window.print()}>{t('keys.recovery.print')}</Button>
      </div>
      <p>{t('keys.recovery.typeBack')}</p>
      <div className={styles.pair}>
        {shown.ask.map((number, index) => (
          <Field key={number} label={t('keys.recovery.group', { number })} hint={t('keys.recovery.letters')}>
            {(control) => (
              <TextInput
                {...control}
                className={styles.letters}
                maxLength={12}
                value={typed[index] ?? ''}
                onChange={(event) => {
                  const { value } = event.target;
                  setTyped(([one, other]) => (index === 0 ? [value, other] : [one, value]));
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <FailureBanner failure={typeof state === 'object' ? state : null} />
      <div className={styles.foot}>
        {others}
        <Button tone="primary" type="submit" disabled={empty || state === 'sending'}>
          {state === 'sending' ? t('keys.recovery.confirming') : t('keys.recovery.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** What went wrong, in both its sentences. */
export function FailureBanner({ failure }: { readonly failure: Failure | null }): ReactElement | null {
  if (failure === null) return null;
  const { say, next } = failureText(failure);
  return (
    <Banner tone="red">
      <p>{say}</p>
      <p>{next}</p>
    </Banner>
  );
}
