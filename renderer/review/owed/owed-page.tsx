import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { owedKinds } from '../../../shared/review/owed.ts';
import { useStatus } from '../../client/session-store.ts';
import { useRequest } from '../../client/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { ReviewPage } from '../review-page.tsx';
import { stepThrough } from '../waiting/step-through.ts';
import { OwedCard } from './owed-card.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import styles from '../waiting/waiting.module.css';

export interface OwedPageProps {
  /** A session's record is asked for. */
  readonly onRead: (sessionId: string) => void;
  /** Something was written down. */
  readonly onDone: () => void;
}

/** What the clinic owes its patients today: calls, copies, visits, scores, the next infusion; late ones first. */
export function OwedPage({ onRead, onDone }: OwedPageProps): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('review.owed', {});
  const [ruling, setRuling] = useState(false);
  const owner = useStatus()?.signedIn?.role === 'owner';
  const list = useRef<HTMLDivElement>(null);
  const done = (): void => {
    again();
    onDone();
  };
  const rows = data?.rows ?? [];
  return (
    <ReviewPage failure={failure} again={again}>
      <div className={styles.told}>
        <p className={styles.soft} role="status">
          {data === null && failure === null ? t('common.loading') : null}
          {data?.total === 0 ? t('owed.none') : null}
          {data === null || data.total === 0 ? null : t('owed.told', { count: data.total })}{' '}
          {data !== null && data.behind.over > 0 ? t('waiting.looking', { count: data.behind.over }) : null}
        </p>
        {owner && data !== null ? <Button onClick={() => setRuling(true)}>{t('owed.rule.open')}</Button> : null}
      </div>
      <div ref={list} onKeyDown={(event) => stepThrough(event, list.current)}>
        {owedKinds
          .filter((kind) => rows.some((row) => row.kind === kind))
          .map((kind) => (
            <section key={kind} className={styles.group} aria-label={t(`owed.kind.${kind}`)}>
              <h2 className={styles.heading}>{t(`owed.kind.${kind}`)}</h2>
              <ul className={styles.list}>
                {rows
                  .filter((row) => row.kind === kind)
                  .map((row) => (
                    <OwedCard key={`${row.session.sessionId} ${row.of}`} row={row} onRead={onRead} onDone={done} />
                  ))}
              </ul>
            </section>
          ))}
      </div>
      {data !== null && rows.length < data.total ? (
        <p className={styles.soft}>{t('waiting.more', { count: data.total - rows.length })}</p>
      ) : null}
      {ruling && data !== null ? (
        <RuleDialog
          rule={data.rule}
          onClose={() => setRuling(false)}
          onSaved={() => {
            setRuling(false);
            done();
          }}
        />
      ) : null}
    </ReviewPage>
  );
}
