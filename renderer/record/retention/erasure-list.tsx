import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../i18n/format.ts';
import { staffName, useStaff } from '../../room/session/staff.ts';
import styles from '../record.module.css';
import type { RetentionData } from './retention-data.ts';
import rows from './retention.module.css';

/** What was erased: when, how much, by whom, why, and by when the last copy from before is gone. */
export function ErasureList({ data }: { readonly data: RetentionData }): ReactElement {
  const { t } = useTranslation();
  const staff = useStaff();
  const ruleWords = (rule: string): string => {
    const years = /^years:(\d+)$/.exec(rule)?.[1];
    return years === undefined ? t('record.retention.ruleRequest') : t('record.retention.ruleYears', { years });
  };
  return (
    <section aria-label={t('record.retention.erasures')}>
      <h3 className={rows.heading}>{t('record.retention.erasures')}</h3>
      {data.erasures.length === 0 ? <p className={styles.soft}>{t('record.retention.erasuresNone')}</p> : null}
      <ul>
        {data.erasures.map(({ erasureId, at, author, entries, rule, reason, copiesUntil }) => (
          <li key={erasureId} className={rows.row}>
            <div>
              {t('record.retention.erasure', {
                day: dayOf(at),
                count: entries,
                who: author.kind === 'staff' ? staffName(staff, author.staffId) : t('common.app'),
                rule: ruleWords(rule),
                reason,
              })}
              <p className={styles.soft}>
                {copiesUntil === null
                  ? t('record.retention.expired')
                  : t('record.retention.expires', { day: dayOf(copiesUntil) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {data.moreErasures ? <p className={styles.soft}>{t('record.retention.erasuresMore')}</p> : null}
    </section>
  );
}
