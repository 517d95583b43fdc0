import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RoomsBroker, RoomsSetup } from '../../shared/ipc/rooms.ts';
import { nameOf } from '../../shared/rooms/status-of.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CertificateStep } from './lamps/certificate-step.tsx';
import { formOf, newForm, readForm, type ConnectionForm } from './lamps/connection-form.ts';
import { whyWords } from './lamps/health-words.ts';
import styles from './lamps/lamps.module.css';

export interface RoomsDialogProps {
  readonly setup: RoomsSetup;
  readonly roomName: string;
  readonly onClose: () => void;
}

/** A broker as the form for connections has it. */
function formFor(broker: RoomsBroker | null): ConnectionForm {
  return broker === null
    ? { ...newForm('mqtt', 'rooms', ''), encrypted: true }
    : formOf({ kind: 'mqtt', id: 'rooms', name: 'rooms', ...broker });
}

/** Where the clinic's broker is; switched on only once a word of ours came back from it. */
export function RoomsDialog({ setup, roomName, onClose }: RoomsDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [form, setForm] = useState(() => formFor(setup.broker));
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<Failure | 'testing' | 'saving' | null>(null);
  const read = readForm(form);
  const errors = tried ? (read.errors ?? {}) : {};
  const busy = state === 'testing' || state === 'saving';
  const change = (next: Partial<ConnectionForm>): void => {
    setState(null);
    setForm((old) => ({ ...old, ...next }));
  };
  const save = async (next: RoomsSetup, secret: string | null): Promise<void> => {
    setState('saving');
    const answer = await client.request('rooms.save', { setup: next, secret });
    if (answer.ok) onClose();
    else setState(answer);
  };
  const test = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (read.connection?.kind !== 'mqtt') return;
    const { host, encrypted, user, certificate } = read.connection;
    const broker = { host, encrypted, user, certificate };
    const secret = form.secret === '' ? null : form.secret;
    setState('testing');
    const answer = await client.request('rooms.try', { broker, secret });
    if (answer.ok) await save({ on: true, broker }, secret);
    else setState(answer);
  };
  const error = (field: 'host' | 'certificate'): string | null => {
    const found = errors[field];
    return typeof found === 'string' ? t(`lamps.error.${found}`) : null;
  };
  const failed = state !== null && typeof state === 'object' ? state : null;
  const why = failed?.params['why'];
  const text = (name: 'host' | 'user' | 'secret', label: string, hint: string, wrong: string | null = null) => (
    <Field label={label} hint={hint} error={wrong}>
      {(control) => (
        <TextInput
          {...control}
          type={name === 'secret' ? 'password' : 'text'}
          maxLength={name === 'secret' ? 2_000 : 120}
          value={form[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={t('rooms.title')} wide onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void test(event)} noValidate aria-label={t('rooms.title')}>
        <p className={styles.soft}>{t('rooms.name', { name: nameOf(roomName) })}</p>
        {text('host', t('rooms.host'), t('rooms.hostHint'), error('host'))}
        <div className={styles.pair}>
          {text('user', t('rooms.user'), t('rooms.userHint'))}
          {form.user.trim() === ''
            ? null
            : text(
                'secret',
                t('rooms.secret'),
                `${setup.broker === null ? '' : `${t('rooms.secretKept')} `}${t('rooms.secretHint')}`,
              )}
        </div>
        <Segmented
          label={t('rooms.encrypted')}
          options={[
            { value: 'yes', label: t('rooms.yes') },
            { value: 'no', label: t('rooms.no') },
          ]}
          value={form.encrypted ? 'yes' : 'no'}
          onChange={(value) => change({ encrypted: value === 'yes' })}
        />
        {form.encrypted ? (
          <CertificateStep form={form} error={error('certificate')} onChange={change} />
        ) : (
          <p className={styles.soft}>{t('rooms.noHint')}</p>
        )}
        {failed === null ? null : (
          <Banner tone="amber">
            {failureText(failed).say} {typeof why === 'string' ? t('rooms.why', { why: whyWords(why) }) : null}{' '}
            {failureText(failed).next}
          </Banner>
        )}
        <div className={styles.foot}>
          {setup.on ? (
            <Button disabled={busy} onClick={() => void save({ ...setup, on: false }, null)}>
              {t('rooms.switchOff')}
            </Button>
          ) : null}
          <span className={styles.space} />
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={busy}>
            {t(state === 'testing' ? 'rooms.testing' : state === 'saving' ? 'rooms.saving' : 'rooms.test')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
