import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from '../record.module.css';
import own from './archive.module.css';
import { lengthOf, passphraseProblem, SHORTEST } from './figures.ts';

/** The passphrase of a new archive; null until one is chosen. */
export interface PassphraseFieldsProps {
  readonly onChange: (passphrase: string | null) => void;
}

/** A passphrase thought up and typed twice, or made by the app and shown once. */
export function PassphraseFields({ onChange }: PassphraseFieldsProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [made, setMade] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const answer = await client.request('archive.words', {});
    if (!answer.ok) return;
    setMade(answer.data.passphrase);
    onChange(null);
  };
  if (made === null)
    return (
      <>
        <Typed onChange={onChange} />
        <div className={styles.row}>
          <Button onClick={() => void make()}>{t('record.archive.passphrase.make')}</Button>
        </div>
      </>
    );
  return (
    <>
      <output className={own.words} aria-label={t('record.archive.passphrase.label')}>
        {made}
      </output>
      <Banner tone="amber">{t('record.archive.passphrase.made')}</Banner>
      <label className={own.tick}>
        <input type="checkbox" onChange={(event) => onChange(event.target.checked ? made : null)} />
        {t('record.archive.passphrase.written')}
      </label>
      <div className={styles.row}>
        <Button
          onClick={() => {
            setMade(null);
            onChange(null);
          }}
        >
          {t('record.archive.passphrase.own')}
        </Button>
      </div>
    </>
  );
}

function Typed({ onChange }: PassphraseFieldsProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ first: '', again: '' });
  const problem = passphraseProblem(typed.first);
  const change = (next: typeof typed): void => {
    setTyped(next);
    const good = passphraseProblem(next.first) !== 'short' && next.first === next.again;
    onChange(good ? next.first : null);
  };
  const missing = SHORTEST - lengthOf(typed.first);
  const hint =
    typed.first === '' || problem === null
      ? t('record.archive.passphrase.hint')
      : problem === 'short'
        ? t('record.archive.passphrase.short', { count: missing })
        : t('record.archive.passphrase.weak');
  const differs = typed.again !== '' && !typed.first.startsWith(typed.again);
  const input = (name: keyof typeof typed, label: string, says: string | null, error: string | null) => (
    <Field label={label} hint={says} error={error}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={typed[name]}
          onChange={(event) => change({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.pair}>
      {input('first', t('record.archive.passphrase.label'), hint, null)}
      {input(
        'again',
        t('record.archive.passphrase.again'),
        null,
        differs ? t('record.archive.passphrase.againError') : null,
      )}
    </div>
  );
}
