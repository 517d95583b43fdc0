import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import { roles, type Role } from '../../shared/people/people.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { pinError } from '../room/setup/setup-form.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './settings.module.css';

/** Who can sign in, with their role; adding someone. */
export function StaffCard(): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('staff.list', {});
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <Card title={t('settings.staff')}>
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {data?.staff.length === 0 ? <p className={styles.soft}>{t('settings.staffNone')}</p> : null}
      <ul className={styles.staff}>
        {(data?.staff ?? []).map((person) => (
          <li key={person.staffId}>
            <strong>{person.name}</strong>
            <span className={styles.soft}>
              {t(`shell.role.${person.role}`)}
              {person.active ? '' : `, ${t('settings.inactive')}`}
            </span>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddStaff
          onCancel={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false);
            setAdded(name);
            again();
          }}
        />
      ) : (
        <div className={styles.foot}>
          <span role="status" className={styles.soft}>
            {added === null ? '' : t('settings.added', { name: added })}
          </span>
          <Button onClick={() => setAdding(true)}>+ {t('settings.addStaff')}</Button>
        </div>
      )}
    </Card>
  );
}

interface AddStaffProps {
  readonly onAdded: (name: string) => void;
  readonly onCancel: () => void;
}

function AddStaff({ onAdded, onCancel }: AddStaffProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState({ name: '', role: 'nurse' as Role, pin: '', pinAgain: '' });
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pinCode = pinError(form.pin);
  const errors = {
    name: form.name.trim() === '' ? t('setup.error.name') : null,
    pin: pinCode === null ? null : t(`setup.error.${pinCode}`),
    pinAgain: form.pin === form.pinAgain ? null : t('setup.error.pinAgain'),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    const answer = await client.request('staff.add', { name: form.name.trim(), role: form.role, pin: form.pin });
    if (answer.ok) onAdded(form.name.trim());
    else setFailure(answer);
  };
  const text = (name: keyof typeof errors, label: string, hint: string | null) => (
    <Field label={label} hint={hint} error={tried ? errors[name] : null}>
      {(control) => (
        <TextInput
          {...control}
          autoFocus={name === 'name'}
          type={name === 'name' ? 'text' : 'password'}
          autoComplete={name === 'name' ? 'off' : 'new-password'}
          inputMode={name === 'name' ? 'text' : 'numeric'}
          maxLength={name === 'name' ? 120 : 8}
          value={form[name]}
          onChange={(event) => setForm((old) => ({ ...old, [name]: event.target.value }))}
        />
      )}
    </Field>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t('settings.addStaff')}
    >
      {text('name', t('settings.name'), t('settings.nameHint'))}
      <Segmented
        label={t('settings.role')}
        wrap
        options={roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) }))}
        value={form.role}
        onChange={(role) => setForm((old) => ({ ...old, role }))}
      />
      <p className={styles.soft}>{t(`shell.roleHint.${form.role}`)}</p>
      <div className={styles.pair}>
        {text('pin', t('settings.pin'), null)}
        {text('pinAgain', t('settings.pinAgain'), null)}
      </div>
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      <div className={styles.foot}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button tone="primary" type="submit">
          {t('settings.add')}
        </Button>
      </div>
    </form>
  );
}
