import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readingCall } from '../../../../shared/session/reading-call.ts';
import { useViewNow } from '../view.ts';
import { partWords } from './part-words.ts';
import styles from './reading.module.css';

/** What is missing of the reading that is partly entered, beside what was saved of it; nothing where none is. */
export function StillDue(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const missing = readingCall(session, protocol, now)?.missing ?? [];
  if (missing.length === 0) return null;
  return (
    <strong className={styles.stillDue}>
      <span aria-hidden="true">◷ </span>
      {t('dueParts.left', { parts: partWords(t, missing) })}
    </strong>
  );
}
