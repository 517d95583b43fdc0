import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../shared/protocol/form.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { protocolChanges } from '../../shared/review/protocol-changes.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOf } from '../i18n/format.ts';
import { ChangeList } from '../protocol/change-list.tsx';
import styles from './review.module.css';

/** The protocol that the session ran on, and how it differs from the one in force today. */
export function ProtocolPanel({ protocol }: { readonly protocol: Protocol }): ReactElement {
  const { t } = useTranslation();
  const list = useRequest('protocols.list', {});
  const newest = list.data?.versions.at(-1)?.version ?? null;
  const { title, version, author, madeAt, bands } = protocol;
  return (
    <section className={styles.panel}>
      <h3 className={styles.sub}>{t('review.protocol', { title, version, author })}</h3>
      <p className={styles.soft}>
        {t('review.protocolMade', { day: dayOf(madeAt) })}{' '}
        {t('review.bands', { name: bands.setBy, day: dayOf(bands.setAt) })}
      </p>
      {list.failure === null ? null : <p className={styles.soft}>{failureText(list.failure).say}</p>}
      {newest === null ? null : <Differences own={protocol} newest={newest} />}
    </section>
  );
}

function Differences({ own, newest }: { readonly own: Protocol; readonly newest: number }): ReactElement {
  const { t } = useTranslation();
  const { data, failure } = useRequest('protocols.get', { version: newest });
  if (failure !== null) return <p className={styles.soft}>{failureText(failure).say}</p>;
  if (data === null) return <p className={styles.soft}>{t('common.loading')}</p>;
  const { other, changes, cues } = protocolChanges(own, data.protocol);
  if (changes.length === 0 && cues.length === 0)
    return <p>{t(own.version === newest ? 'review.protocolSame' : 'review.protocolAlike', { version: newest })}</p>;
  return (
    <>
      <p>{t('review.protocolDiffers', { version: newest, count: changes.length + cues.length })}</p>
      <ChangeList before={own as unknown as Draft} after={other as unknown as Draft} changes={changes} cues={cues} />
    </>
  );
}
