import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { waitReasons, type WaitReason } from '../../../shared/review/waits.ts';
import { useRequest } from '../../client/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { ReviewPage } from '../review-page.tsx';
import { stepThrough } from './step-through.ts';
import { WaitingCard, type WaitingCardProps } from './waiting-card.tsx';
import styles from './waiting.module.css';

export interface WaitingPageProps {
  /** A session's record is asked for. */
  readonly onRead: (sessionId: string) => void;
  /** All of a patient's sessions are asked for, and what is between them. */
  readonly onCourse: WaitingCardProps['onCourse'];
}

/** What waits for whoever is signed in, longest first: whose session, why, since when, and the way there. */
export function WaitingPage({ onRead, onCourse }: WaitingPageProps): ReactElement {
  const { t } = useTranslation();
  const [only, setOnly] = useState<WaitReason | null>(null);
  const { data, failure, again } = useRequest('review.waiting', { only });
  const list = useRef<HTMLUListElement>(null);
  const present = waitReasons.filter((reason) => only === reason || (data?.counts[reason] ?? 0) > 0);
  return (
    <ReviewPage failure={failure} again={again}>
      <p className={styles.soft} role="status">
        {data === null && failure === null ? t('common.loading') : null}
        {data?.total === 0 ? t('waiting.none') : null}
        {data === null || data.total === 0 ? null : t('waiting.told', { count: data.total })}{' '}
        {data !== null && data.behind.over > 0 ? t('waiting.looking', { count: data.behind.over }) : null}
      </p>
      {present.length < 2 && only === null ? null : (
        <div className={styles.reasons} role="group" aria-label={t('waiting.show')}>
          <Button pressed={only === null} onClick={() => setOnly(null)}>
            {t('waiting.all')}
          </Button>
          {present.map((reason) => (
            <Button key={reason} pressed={only === reason} onClick={() => setOnly(reason)}>
              {t(`waiting.kind.${reason}`)} {data?.counts[reason] ?? ''}
            </Button>
          ))}
        </div>
      )}
      <ul ref={list} className={styles.list} onKeyDown={(event) => stepThrough(event, list.current)}>
        {(data?.rows ?? []).map((row) => (
          <WaitingCard key={row.session.sessionId} row={row} only={only} onRead={onRead} onCourse={onCourse} />
        ))}
      </ul>
      {data !== null && data.rows.length < data.total ? (
        <p className={styles.soft}>{t('waiting.more', { count: data.total - data.rows.length })}</p>
      ) : null}
    </ReviewPage>
  );
}
