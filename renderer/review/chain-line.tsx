import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import { lookUp } from '../i18n/i18n.ts';
import styles from './review.module.css';

/** What the check of the seals found, or why it could not be made. */
export type Checked = RequestData<'session.checked'> | Failure;

/** One line on whether this session's entries are as they were written. */
export function ChainLine({ checked }: { readonly checked: Checked | null }): ReactElement {
  const { t } = useTranslation();
  if (checked === null) return <span>{t('review.checking')}</span>;
  if ('ok' in checked) return <strong className={styles.flag}>! {t('review.notChecked')}</strong>;
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
      {checked === null ? null : <WhyNot checked={checked} />}
      <p className={styles.soft}>{t('review.verifiedMeans')}</p>
      {practice ? null : <WholeCheck />}
    </section>
  );
}

/** What is wrong, or why nobody knows. */
function WhyNot({ checked }: { readonly checked: Checked }): ReactElement | null {
  if ('ok' in checked) return <p>{failureText(checked).say}</p>;
  const { bad } = checked;
  return bad === null ? null : <p>{lookUp(`finding.${bad.code}`, { seq: bad.seq }) ?? bad.code}</p>;
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
