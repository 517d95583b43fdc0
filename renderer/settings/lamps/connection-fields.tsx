import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CertificateStep } from './certificate-step.tsx';
import { readForm, type ConnectionForm, type FormErrors } from './connection-form.ts';
import { whyWords } from './health-words.ts';
import { usePairing } from './use-pairing.ts';
import { useSaving } from './use-saving.ts';
import styles from './lamps.module.css';

export interface ConnectionFieldsProps {
  readonly form: ConnectionForm;
  readonly onChange: (change: Partial<ConnectionForm>) => void;
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

/** What it takes to reach a connection; tested before it is saved, where something answers there. */
export function ConnectionFields({ form, onChange, onDone, onClose }: ConnectionFieldsProps): ReactElement {
  const { t } = useTranslation();
  const { kind } = form;
  const [tried, setTried] = useState(false);
  const read = readForm(form);
  const errors: FormErrors = tried ? (read.errors ?? {}) : {};
  const { state, save, forget } = useSaving((name) => onDone(t('lamps.connection.saved', { name })));
  const pairing = usePairing((name) => onDone(t('lamps.connection.saved', { name })), form);
  const isDmx = kind === 'sacn' || kind === 'artnet';
  const change = (next: Partial<ConnectionForm>): void => {
    forget();
    onChange(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read.connection === null) return;
    if (kind === 'hue' && form.id === null) pairing.pair();
    else void save(read.connection, form, !isDmx);
  };
  const says = (field: string): string | null => {
    const error = errors[field];
    if (error === undefined) return null;
    return typeof error === 'string' ? t(`lamps.error.${error}`) : t('lamps.error.number', { ...error });
  };
  type Text = 'name' | 'host' | 'user' | 'secret' | 'universe' | 'from' | 'priority' | 'frameRate';
  const text = (field: Text, label: string, hint: string | null = null) => (
    <Field label={label} hint={hint} error={says(field)}>
      {(control) => (
        <TextInput
          {...control}
          type={field === 'secret' ? 'password' : 'text'}
          maxLength={field === 'secret' ? 2_000 : 120}
          value={form[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const failed = state.kind === 'failed' ? failureText(state.failure) : null;
  const busy = state.kind === 'testing' || state.kind === 'saving';
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t(`lamps.kind.${kind}.name`)}>
      <p className={styles.soft}>
        {t(`lamps.kind.${kind}.what`)} {t(`lamps.kind.${kind}.need`)}
      </p>
      <div className={styles.pair}>
        {text('name', t('lamps.connection.name'))}
        {text(
          'host',
          t('lamps.connection.host'),
          t(kind === 'sacn' ? 'lamps.connection.multicast' : 'lamps.connection.hostHint'),
        )}
      </div>
      {isDmx ? (
        <div className={styles.pair}>
          {text(
            'universe',
            t(kind === 'sacn' ? 'lamps.connection.universeSacn' : 'lamps.connection.universeArtnet'),
            t('lamps.connection.universeHint'),
          )}
          {text('frameRate', t('lamps.connection.rate'))}
          {kind === 'sacn'
            ? text('priority', t('lamps.connection.priority'), t('lamps.connection.priorityHint'))
            : null}
          {kind === 'sacn' ? text('from', t('lamps.connection.from')) : null}
        </div>
      ) : null}
      {kind === 'mqtt' ? text('user', t('lamps.connection.user')) : null}
      {kind === 'homeAssistant' || (kind === 'mqtt' && form.user.trim() !== '')
        ? text(
            'secret',
            t(`lamps.connection.secret.${kind}`),
            `${form.id === null ? '' : `${t('lamps.connection.secretKept')} `}${t('lamps.connection.secretHint')}`,
          )
        : null}
      {kind === 'mqtt' || kind === 'homeAssistant' ? (
        <Segmented
          label={t('lamps.connection.encrypted')}
          options={[
            { value: 'yes', label: t('lamps.connection.encryptedYes') },
            { value: 'no', label: t('lamps.connection.encryptedNo') },
          ]}
          value={form.encrypted ? 'yes' : 'no'}
          onChange={(value) => change({ encrypted: value === 'yes' })}
        />
      ) : null}
      {form.encrypted ? <CertificateStep form={form} error={says('certificate')} onChange={change} /> : null}
      {state.kind === 'tested' ? (
        <Banner tone="amber">
          {failureText({ kind: 'unavailable', code: 'lights.noAnswer', params: {} }).say} {whyWords(state.code)}.
        </Banner>
      ) : null}
      {pairing.words === null ? null : <Banner tone={pairing.running ? 'calm' : 'amber'}>{pairing.words}</Banner>}
      {failed === null ? null : (
        <Banner tone="red">
          {failed.say} {failed.next}
        </Banner>
      )}
      <div className={styles.foot}>
        {state.kind === 'tested' && read.connection !== null ? (
          <Button onClick={() => void save(read.connection, form, false)}>{t('lamps.connection.saveAnyway')}</Button>
        ) : null}
        {kind === 'hue' && form.id !== null && !pairing.running ? (
          <Button onClick={pairing.pair}>{t('lamps.connection.pairAgain')}</Button>
        ) : null}
        {pairing.running ? <Button onClick={pairing.stop}>{t('lamps.connection.stop')}</Button> : null}
        <span className={styles.space} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button tone="primary" type="submit" disabled={busy || pairing.running}>
          {t(
            state.kind === 'testing'
              ? 'lamps.connection.testing'
              : kind === 'hue' && form.id === null
                ? 'lamps.connection.pair'
                : isDmx
                  ? 'lamps.connection.save'
                  : 'lamps.connection.test',
          )}
        </Button>
      </div>
    </form>
  );
}
