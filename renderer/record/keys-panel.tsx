import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus, RequestData } from '../../shared/ipc/contract.ts';
import { useRequest } from '../client/use-request.ts';
import { dayOf } from '../i18n/format.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { KeysAct, type KeysActName } from './keys-act.tsx';
import styles from './record.module.css';

/** What leads to the key of the record, and the acts that change it. */
export function KeysPanel({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('keys.state', {});
  const [act, setAct] = useState<KeysActName | null>(null);
  const [done, setDone] = useState(false);
  const begin = (name: KeysActName): void => {
    setDone(false);
    setAct(name);
  };
  const running = status.liveSessionId !== null;
  return (
    <Card title={t('keys.panel.title')} className={styles.card}>
      <p className={styles.soft}>{t('keys.panel.lead')}</p>
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {data === null ? null : <Standing ways={data} />}
      {data !== null && data.recoveryMadeAt === null ? (
        <Banner tone="calm">
          <p>{t('keys.none.text')}</p>
          <p>{t('keys.none.why')}</p>
        </Banner>
      ) : null}
      <div className={styles.row}>
        <Button disabled={running || data === null} onClick={() => begin('recovery')}>
          {t(data?.recoveryMadeAt == null ? 'keys.panel.makeRecovery' : 'keys.panel.renewRecovery')}
        </Button>
        {data?.passphrase === true ? (
          <Button disabled={running} onClick={() => begin('passphrase')}>
            {t('keys.panel.changePassphrase')}
          </Button>
        ) : null}
        <Button disabled={running || data === null} onClick={() => begin('replace')}>
          {t('keys.panel.replace')}
        </Button>
      </div>
      <p role="status" className={styles.soft}>
        {done ? t('keys.panel.done') : ''}
      </p>
      {act === null || data === null ? null : (
        <KeysAct
          act={act}
          ways={data}
          onClose={(changed) => {
            setAct(null);
            setDone(changed);
            if (changed) again();
          }}
        />
      )}
    </Card>
  );
}

export type Ways = RequestData<'keys.state'>;

function Standing({ ways }: { readonly ways: Ways }): ReactElement {
  const { t } = useTranslation();
  const used = (yes: boolean): string => t(yes ? 'keys.panel.yes' : 'keys.panel.no');
  const rows = [
    [t('keys.panel.keychain'), used(ways.keychain)],
    [t('keys.panel.passphrase'), used(ways.passphrase)],
    [
      t('keys.panel.recovery'),
      ways.recoveryMadeAt === null
        ? t('keys.panel.none')
        : t('keys.panel.madeAt', { date: dayOf(ways.recoveryMadeAt) }),
    ],
  ];
  return (
    <dl className={styles.pair}>
      {rows.map(([name, words]) => (
        <div key={name}>
          <dt className={styles.soft}>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
