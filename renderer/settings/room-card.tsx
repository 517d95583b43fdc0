import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { Settings } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { formOf, settingsErrors, settingsOf, type SettingsForm } from './settings-form.ts';
import styles from './settings.module.css';

/** Name, address, numbers, and when patient data locks. */
export function RoomSettings({ settings }: { readonly settings: Settings }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState(() => formOf(settings));
  const [result, setResult] = useState<Failure | 'saving' | 'saved' | null>(null);
  const errors = settingsErrors(form);
  const set = (change: Partial<SettingsForm>) => {
    setResult(null);
    setForm((old) => ({ ...old, ...change }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (Object.keys(errors).length > 0) return;
    setResult('saving');
    const answer = await client.request('settings.write', { settings: settingsOf(form) });
    setResult(answer.ok ? 'saved' : answer);
  };
  const text = (name: keyof SettingsForm, label: string, hint: string | null = null) => {
    const error = errors[name];
    return (
      <Field label={label} hint={hint} error={error === undefined ? null : t(`settings.error.${error}`)}>
        {(control) => (
          <TextInput {...control} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
        )}
      </Field>
    );
  };
  return (
    <Card title={t('settings.room')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {text('roomName', t('settings.roomName'))}
        {text('address', t('settings.address'))}
        {text('emergencyNumbers', t('settings.numbers'))}
        {text('lockAfterMinutes', t('settings.lock'), t('settings.lockUnit'))}
        {result !== null && typeof result === 'object' ? <Banner tone="red">{failureText(result).say}</Banner> : null}
        <div className={styles.foot}>
          <span role="status" className={styles.soft}>
            {result === 'saved' ? t('settings.saved') : ''}
          </span>
          <Button tone="primary" type="submit" disabled={result === 'saving' || Object.keys(errors).length > 0}>
            {result === 'saving' ? t('settings.saving') : t('settings.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
