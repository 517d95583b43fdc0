import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from '../record.module.css';
import { CopyDialog } from './copy-dialog.tsx';
import { readCopy, type OpenedCopy } from './read-copy.ts';

/** Looking into an emergency copy: what it holds, and what of it the record lacks. */
export function CopiesPanel(): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<OpenedCopy | Failure | 'reading' | null>(null);
  const open = async (): Promise<void> => {
    setState('reading');
    const answer = await readCopy(client);
    setState(answer.ok ? answer.data : answer);
  };
  const text = state !== null && typeof state === 'object' && 'ok' in state ? failureText(state) : null;
  const copy = state !== null && typeof state === 'object' && 'view' in state ? state : null;
  return (
    <Card title={t('record.copies.title')} className={styles.card}>
      <p className={styles.soft}>{t('record.copies.intro')}</p>
      {text === null ? null : (
        <Banner tone="amber">
          {text.say} {text.next}
        </Banner>
      )}
      <div className={styles.foot}>
        <Button disabled={state === 'reading'} onClick={() => void open()}>
          {state === 'reading' ? t('record.copies.opening') : t('record.copies.open')}
        </Button>
      </div>
      {copy === null ? null : <CopyDialog copy={copy} onClose={() => setState(null)} />}
    </Card>
  );
}
