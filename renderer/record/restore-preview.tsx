import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreDifference, RestorePreview } from '../../shared/ipc/backups.ts';
import { Banner } from '../ui/banner.tsx';
import { momentWords } from './copy-words.ts';
import styles from './record.module.css';

/** What restoring a copy would bring back and what it would leave behind. */
export function RestoreWords({ preview }: { readonly preview: RestorePreview }): ReactElement {
  const { t } = useTranslation();
  const { copy, newestInCopy, against } = preview;
  const same = against !== null && against.gained.entries === 0 && against.lost.entries === 0;
  return (
    <div className={styles.card}>
      <p>
        <strong>{t('record.backups.restore.copyOf', { when: momentWords(copy.createdAt) })}</strong>
        <br />
        {newestInCopy === null
          ? t('record.backups.restore.empty0')
          : t('record.backups.restore.newest', { when: momentWords(newestInCopy) })}
      </p>
      {same ? <Banner tone="calm">{t('record.backups.restore.same')}</Banner> : null}
      {against === null ? (
        <Noted noted={preview.noted} />
      ) : (
        <>
          <Side title={t('record.backups.restore.gained')} side={against.gained} />
          <Side title={t('record.backups.restore.lost')} side={against.lost} />
        </>
      )}
      <p className={styles.soft}>{t('record.backups.restore.keeps')}</p>
    </div>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: RestoreDifference }): ReactElement | null {
  const { t } = useTranslation();
  if (side.entries === 0) return null;
  const counts = (['entries', 'sessions', 'patients', 'erasures'] as const).filter((what) => side[what] > 0);
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {counts.map((what) => (
          <li key={what}>{t(`record.backups.restore.${what}`, { count: side[what] })}</li>
        ))}
        {side.named.map(({ createdAt, patientName }) => (
          <li key={createdAt} className={styles.soft}>
            {patientName === null
              ? t('record.backups.restore.session', { when: momentWords(createdAt) })
              : t('record.backups.restore.sessionOf', { when: momentWords(createdAt), name: patientName })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Noted({ noted }: { readonly noted: RestorePreview['noted'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('record.backups.restore.unread')}</p>
      {noted.entries === 0 ? <p>{t('record.backups.restore.nothingNoted')}</p> : null}
      {noted.entries === 0 ? null : (
        <Banner tone="amber">
          <p>{t('record.backups.restore.notedEntries', { count: noted.entries })}</p>
          {noted.sessionsEnded === 0 ? null : (
            <p>{t('record.backups.restore.notedSessions', { count: noted.sessionsEnded })}</p>
          )}
        </Banner>
      )}
    </>
  );
}
