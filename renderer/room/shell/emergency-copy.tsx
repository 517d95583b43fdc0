import type { TFunction } from 'i18next';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Button } from '../../ui/button.tsx';
import styles from './unsaved.module.css';

type Made = Answer<RequestData<'copy.make'>>;

/** One press writes the session, with everything unsaved, to another disk, reads it back and says so. */
export function EmergencyCopy({ sessionId }: { readonly sessionId: string }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const make = async () => {
    setBusy(true);
    setMade(await client.request('copy.make', { sessionId }));
    setBusy(false);
  };
  return (
    <div className={styles.copy}>
      <Button onClick={() => void make()} disabled={busy}>
        {busy ? t('shell.copy.making') : t('shell.copy.make')}
      </Button>
      <p className={styles.copyWords} role="status">
        {made === null ? t('shell.copy.hint') : wordsOf(made, t)}
      </p>
    </div>
  );
}

function wordsOf(made: Made, t: TFunction): string {
  if (!made.ok) {
    const { say, next } = failureText(made);
    return `${say} ${next}`;
  }
  const { name, entries, unsaved } = made.data;
  return name === null ? t('shell.copy.hint') : `✓ ${t('shell.copy.made', { name, entries, unsaved })}`;
}
