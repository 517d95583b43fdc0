import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNow } from '../client/clock.ts';
import { useStatus } from '../client/session-store.ts';
import { dayOf } from '../i18n/format.ts';
import styles from './keys.module.css';

/** A recovery key in its numbered groups. */
export function KeyGroups({ groups }: { readonly groups: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <ol className={styles.groups} aria-label={t('keys.recovery.groupsLabel')}>
      {groups.map((group, index) => (
        <li key={group + String(index)}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  );
}

/** The sheet of paper: seen by a printer only, beside the page and instead of it. Never a file of the app's. */
export function RecoverySheet({ groups }: { readonly groups: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const now = useNow();
  const status = useStatus();
  return createPortal(
    <article className={styles.sheet} data-theme="daylight" data-print="recovery-key">
      <h1>{t('keys.sheet.title')}</h1>
      <p>{t('keys.sheet.room', { room: status?.settings.roomName ?? '' })}</p>
      <p>{t('keys.sheet.made', { date: dayOf(now.wallMs) })}</p>
      <KeyGroups groups={groups} />
      <p>{t('keys.sheet.opens')}</p>
      <p>{t('keys.sheet.how')}</p>
      <p>{t('keys.sheet.keep')}</p>
      <p>{t('keys.sheet.ends')}</p>
    </article>,
    document.body,
  );
}
