import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './record.module.css';

type Kind = 'recovery' | 'passphrase';

interface UnlockProps {
  readonly stem: string;
  readonly ways: { readonly passphrase: boolean; readonly recovery: boolean };
  readonly onOpened: () => void;
}

/** Another computer's copies are opened by its recovery key or its passphrase. */
export function UnlockCopies({ stem, ways, onOpened }: UnlockProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const kinds = (['recovery', 'passphrase'] as const).filter((kind) => ways[kind]);
  const [kind, setKind] = useState<Kind>(ways.recovery ? 'recovery' : 'passphrase');
  const [secret, setSecret] = useState('');
  const [state, setState] = useState<Failure | 'asking' | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('asking');
    const answer = await client.request('restore.open', { stem, kind, secret });
    setState(answer.ok ? null : answer);
    if (answer.ok) onOpened();
  };
  if (kinds.length === 0) return <p>{t('record.backups.elsewhere.none')}</p>;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('record.backups.elsewhere.secret')}</p>
      {kinds.length < 2 ? null : (
        <Segmented
          label={t('record.backups.elsewhere.unlock')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: t(`record.backups.elsewhere.${one}`) }))}
          onChange={setKind}
        />
      )}
      <Field label={t(`record.backups.elsewhere.${kind}`)}>
        {(control) => (
          <TextInput
            {...control}
            type={kind === 'passphrase' ? 'password' : 'text'}
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      {state === null || state === 'asking' ? null : <Banner tone="red">{failureText(state).say}</Banner>}
      <div className={styles.foot}>
        <Button tone="primary" type="submit" disabled={secret === '' || state === 'asking'}>
          {t('record.backups.elsewhere.unlock')}
        </Button>
      </div>
    </form>
  );
}
