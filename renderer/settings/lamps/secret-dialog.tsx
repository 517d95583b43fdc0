import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Connection } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from './lamps.module.css';

export interface SecretDialogProps {
  readonly connection: Connection;
  readonly onDone: (words: string | null) => void;
  readonly onClose: () => void;
}

/** A secret given anew: also during a session, since a lamp may hang on it. */
export function SecretDialog({ connection, onDone, onClose }: SecretDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [secret, setSecret] = useState('');
  const [state, setState] = useState<Failure | 'saving' | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (secret === '') return;
    setState('saving');
    const answer = await client.request('lights.setSecret', { connectionId: connection.id, secret });
    if (answer.ok) onDone(null);
    else setState(answer);
  };
  const failed = state !== null && state !== 'saving' ? failureText(state) : null;
  const kind = connection.kind === 'homeAssistant' || connection.kind === 'hue' ? connection.kind : 'mqtt';
  return (
    <Dialog title={connection.name} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <Field label={t(`lamps.connection.secret.${kind}`)} hint={t('lamps.connection.secretHint')}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="off"
              autoFocus
              maxLength={2_000}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        {failed === null ? null : (
          <Banner tone="red">
            {failed.say} {failed.next}
          </Banner>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={secret === '' || state === 'saving'}>
            {t('lamps.connection.secretSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
