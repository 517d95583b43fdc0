import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { useClient } from '../../client/room-context.ts';
import { FailureBanner, ShowAndTypeBack, type ShownKey } from '../../keys/recovery-steps.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './setup.module.css';

/** The first run's last step: the recovery key, shown once; it can be left for later. */
export function RecoveryStep(): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [shown, setShown] = useState<ShownKey | Failure | 'making' | null>(null);
  const show = async (): Promise<void> => {
    setShown('making');
    const answer = await client.request('keys.newRecovery', { signed: null, passphrase: null, after: 'nothing' });
    setShown(answer.ok ? answer.data : answer);
  };
  const later = (
    <Button onClick={() => void client.request('keys.dropRecovery', {})}>{t('keys.recovery.later')}</Button>
  );
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <h1 className={styles.title}>{t('keys.recovery.title')}</h1>
        <p className={styles.lead}>{t('keys.recovery.lead')}</p>
        <p>{t('keys.recovery.nobody')}</p>
        <p className={styles.soft}>{t('keys.recovery.laterHint')}</p>
      </div>
      <div className={styles.column}>
        <Card title={t('keys.recovery.title')} className={styles.card}>
          {shown !== null && typeof shown === 'object' && 'groups' in shown ? (
            // Once it counts, the status says so and the start page follows.
            <ShowAndTypeBack shown={shown} onConfirmed={() => undefined} others={later} />
          ) : (
            <>
              <p>{t('keys.recovery.once')}</p>
              <FailureBanner failure={shown !== null && typeof shown === 'object' ? shown : null} />
              <div className={styles.pair}>
                {later}
                <Button tone="primary" disabled={shown === 'making'} onClick={() => void show()}>
                  {shown === 'making' ? t('keys.recovery.making') : t('keys.recovery.show')}
                </Button>
              </div>
            </>
          )}
        </Card>
      </div>
    </main>
  );
}
