import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import { lookUp } from '../i18n/i18n.ts';
import styles from './review.module.css';

export type Checked = RequestData<'session.checked'>;

/** One line on whether this session's entries are as they were written. */
export function ChainLine({ checked }: { readonly checked: Checked | null }): ReactElement {
  const { t } = useTranslation();
  if (checked === null) return <span>{t('review.checking')}</span>;
  return checked.bad === null ? (
    <span>{t('review.verified', { count: checked.entries })}</span>
  ) : (
    <strong className={styles.red}>▲ {t('review.notVerified', { seq: checked.bad.seq })}</strong>
  );
}

/** What was checked, when, and what that says. */
export function ChainPanel({
  checked,
  practice,
}: {
  readonly checked: Checked | null;
  readonly practice: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles.panel}>
      <h3 className={styles.sub}>{t('review.chain')}</h3>
      <p>
        <ChainLine checked={checked} />
      </p>
      {checked?.bad == null ? null : (
        <p>{lookUp(`finding.${checked.bad.code}`, { seq: checked.bad.seq }) ?? checked.bad.code}</p>
      )}
      <p className={styles.soft}>{t('review.verifiedMeans')}</p>
      {practice ? null : <WholeCheck />}
    </section>
  );
}

/** The last check of the whole record, of which this session is a part. */
function WholeCheck(): ReactElement | null {
  const { t } = useTranslation();
  const { data, failure } = useRequest('record.health', {});
  if (failure !== null) return <p className={styles.soft}>{failureText(failure).say}</p>;
  if (data === null) return null;
  const { verify } = data;
  if (verify === null) return <p className={styles.soft}>{t('review.wholeNever')}</p>;
  const day = dayOf(verify.at);
  return verify.findings.length === 0 ? (
    <p className={styles.soft}>{t('review.wholeGood', { day, count: verify.rows })}</p>
  ) : (
    <p className={styles.red}>▲ {t('review.wholeBad', { day, count: verify.findings.length })}</p>
  );
}
