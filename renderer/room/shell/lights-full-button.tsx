import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/room-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { failureText } from '../../i18n/failure.ts';
import { Button } from '../../ui/button.tsx';
import styles from './lights-full-button.module.css';

/** Lights full by hand: works on every locked screen, with and without a session. */
export function LightsFullButton(): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [said, setSaid] = useState<string | null>(null);
  const press = () => {
    void client.request('lights.full', {}).then((answer) => {
      if (!answer.ok) return setSaid(failureText(answer).say);
      const lamps = answer.data.missed.join(', ');
      setSaid(lamps === '' ? t('shell.lightsFullDone') : t('session.lights.failedFull', { lamps }));
    });
  };
  useShortcut('F7', t('shell.lightsFull'), press);
  return (
    <div className={styles.row}>
      <Button onClick={press} keyLabel="F7">
        {t('shell.lightsFull')}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
