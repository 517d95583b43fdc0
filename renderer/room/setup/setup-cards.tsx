import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { roles } from '../../../shared/people/people.ts';
import { Card } from '../../ui/card.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { SetupErrors, SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

/** What each card of the form works on. */
export interface SetupPart {
  readonly form: SetupForm;
  readonly errors: SetupErrors;
  readonly set: (change: Partial<SetupForm>) => void;
}

interface TextProps extends SetupPart {
  readonly name: Exclude<keyof SetupForm, 'role' | 'practice'>;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: 'digits' | 'words';
}

function Text({ form, errors, set, name, label, hint, secret }: TextProps): ReactElement {
  const { t } = useTranslation();
  const error = errors[name];
  return (
    <Field label={label} hint={hint ?? null} error={error === undefined ? null : t(`setup.error.${error}`)}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          type={secret === undefined ? 'text' : 'password'}
          autoComplete={secret === undefined ? 'off' : 'new-password'}
          inputMode={secret === 'digits' ? 'numeric' : 'text'}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

/** Name of the room, and what a stranger on the telephone needs. */
export function RoomCard(part: SetupPart): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('setup.room')} className={styles.card}>
      <Text {...part} name="roomName" label={t('setup.roomName')} hint={t('setup.roomNameHint')} />
      <Text {...part} name="address" label={t('setup.address')} hint={t('setup.addressHint')} />
      <Text {...part} name="emergencyNumbers" label={t('setup.numbers')} hint={t('setup.numbersHint')} />
    </Card>
  );
}

/** The first staff member. */
export function YouCard(part: SetupPart): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('setup.you')} className={styles.card}>
      <Text {...part} name="name" label={t('setup.name')} hint={t('setup.nameHint')} />
      <Segmented
        label={t('setup.role')}
        wrap
        options={roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) }))}
        value={part.form.role}
        onChange={(role) => part.set({ role })}
      />
      <p className={styles.soft}>{t(`shell.roleHint.${part.form.role}`)}</p>
      <div className={styles.pair}>
        <Text {...part} name="pin" label={t('setup.pin')} secret="digits" />
        <Text {...part} name="pinAgain" label={t('setup.pinAgain')} secret="digits" />
      </div>
      <p className={styles.soft}>{t('setup.pinHint')}</p>
    </Card>
  );
}

/** Where the system keeps no key: the passphrase, twice, and what follows from losing it. */
export function PassphraseCard(part: SetupPart): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('setup.passphrase')} className={styles.card}>
      <p className={styles.soft}>{t('setup.passphraseLead')}</p>
      <div className={styles.pair}>
        <Text
          {...part}
          name="passphrase"
          label={t('setup.passphrase')}
          hint={t('setup.passphraseHint')}
          secret="words"
        />
        <Text {...part} name="passphraseAgain" label={t('setup.passphraseAgain')} secret="words" />
      </div>
      <p>{t('setup.passphraseKeep')}</p>
    </Card>
  );
}

/** Made-up patients, or not. */
export function PracticeCard({ form, set }: Omit<SetupPart, 'errors'>): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('setup.practice')} className={styles.card}>
      <label className={styles.check}>
        <input type="checkbox" checked={form.practice} onChange={(event) => set({ practice: event.target.checked })} />
        <span>{t('setup.practiceLabel')}</span>
      </label>
      <p className={styles.soft}>{t('setup.practiceHint')}</p>
    </Card>
  );
}
