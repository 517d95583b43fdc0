import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../client/session-store.ts';
import { HeadphonesButton } from './headphones-button.tsx';
import { OutputLine } from './headphones-card.tsx';
import styles from './headphones.module.css';

/** Before the start: where the music will be heard. It never holds the start up. */
export function OutputBeforeStart(): ReactElement | null {
  const { t } = useTranslation();
  const output = useStatus()?.output ?? null;
  if (output === null) return null;
  return (
    <div className={styles.before}>
      <OutputLine output={output} />
      <HeadphonesButton label={t('headphones.open')} />
    </div>
  );
}
