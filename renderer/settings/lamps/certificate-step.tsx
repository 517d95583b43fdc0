import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { hostSchema } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { ConnectionForm } from './connection-form.ts';
import { whyWords } from './health-words.ts';
import styles from './lamps.module.css';

export interface CertificateStepProps {
  readonly form: ConnectionForm;
  readonly error: string | null;
  readonly onChange: (change: Partial<ConnectionForm>) => void;
}

type Shown = RequestData<'lights.certificate'>;

/** What answers at an address shows itself, and a person says whether it is the right one. From then on only that is trusted. */
export function CertificateStep({ form, error, onChange }: CertificateStepProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<{ readonly host: string; readonly shown: Shown } | Failure | 'looking' | null>(
    null,
  );
  const host = form.host.trim();
  const done = form.confirmedFor === host || (form.certificate !== null && form.id !== null);
  const look = async (): Promise<void> => {
    const kind = form.kind === 'hue' || form.kind === 'homeAssistant' ? form.kind : 'mqtt';
    setState('looking');
    const answer = await client.request('lights.certificate', { kind, host });
    setState(answer.ok ? { host, shown: answer.data } : answer);
  };
  const confirm = (shown: Shown): void => {
    const pinned = form.kind === 'hue' || !shown.trusted;
    onChange({ certificate: pinned ? shown.fingerprint : null, confirmedFor: host, bridgeId: shown.name });
  };
  // What another address showed says nothing of this one.
  const shown =
    state !== null && typeof state === 'object' && 'shown' in state && state.host === host ? state.shown : null;
  const failed = state !== null && typeof state === 'object' && 'code' in state ? state : null;
  return (
    <div className={styles.form} role="group" aria-label={t('lamps.connection.certificate')}>
      <div className={styles.row}>
        <Button disabled={!hostSchema.safeParse(host).success || state === 'looking'} onClick={() => void look()}>
          {t('lamps.connection.certificateLook')}
        </Button>
        {done ? <strong role="status">{t('lamps.connection.certificateDone')}</strong> : null}
        {error === null || done ? null : (
          <span role="alert" className={styles.lost}>
            {error}
          </span>
        )}
      </div>
      {failed === null ? null : (
        <Banner tone="amber">
          {failureText(failed).say} {whyWords(String(failed.params['why'] ?? ''))}
        </Banner>
      )}
      {shown === null ? null : (
        <>
          <p>{t('lamps.connection.certificateAsk')}</p>
          {shown.name === '' ? null : <p>{t('lamps.connection.certificateName', { name: shown.name })}</p>}
          <p className={styles.fingerprint}>{shown.fingerprint.match(/.{4}/g)?.join(' ')}</p>
          <p className={styles.soft}>
            {t(shown.trusted ? 'lamps.connection.certificateTrusted' : 'lamps.connection.certificateOwn')}
          </p>
          {done ? null : (
            <div className={styles.row}>
              <Button onClick={() => confirm(shown)}>{t('lamps.connection.certificateYes')}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
