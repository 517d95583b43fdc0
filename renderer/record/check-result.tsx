import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastCheck } from '../../shared/record/health.ts';
import { findingWords, momentWords } from '../i18n/finding-words.ts';
import styles from './record.module.css';

/** What a whole check found: each thing in words, and the first entry that does not fit. */
export function CheckResult({ check }: { readonly check: LastCheck }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <p>{t('record.health.check.bad', { rows: check.rows })}</p>
      <ul>
        {check.findings.map((finding) => (
          <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>{findingWords(finding)}</li>
        ))}
      </ul>
      <FirstBad check={check} />
      <p className={styles.soft}>{t('record.health.check.next')}</p>
    </div>
  );
}

function FirstBad({ check: { firstBadSeq: seq, firstBad } }: { readonly check: LastCheck }): ReactElement | null {
  const { t } = useTranslation();
  if (seq === null || firstBad === null) return null;
  const about = t(`record.health.about.${firstBad.about}`);
  return (
    <p>
      {firstBad.at === null
        ? t('record.health.check.firstUnknown', { seq, about })
        : t('record.health.check.first', { seq, about, when: momentWords(firstBad.at) })}
    </p>
  );
}
