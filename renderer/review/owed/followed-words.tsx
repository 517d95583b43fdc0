import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { RequestData } from '../../../shared/ipc/contract.ts';
import type { Session } from '../../../shared/session/state.ts';
import { useRequest } from '../../client/use-request.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import styles from '../review.module.css';

type Entry = RequestData<'course.followUps'>['entries'][number];

export interface FollowedWordsProps {
  readonly session: Pick<Session, 'sessionId' | 'created'>;
  readonly courseId: string;
  readonly nameOf: (staffId: string) => string;
}

/** What was done about this infusion afterwards: the call the day after, the visit, as it was written down. */
export function FollowedWords({ session, courseId, nameOf }: FollowedWordsProps): ReactElement | null {
  const { t } = useTranslation();
  const entries = (useRequest('course.followUps', { courseId }).data?.entries ?? []).filter(({ body }) =>
    'sessionId' in body ? body.sessionId === session.sessionId : body.of === session.sessionId,
  );
  if (entries.length === 0) return null;
  return (
    <dl className={styles.words}>
      {entries.map((entry) => (
        <div key={`${entry.at} ${entry.body.type}`}>
          <dt className={styles.soft}>{t('owed.after')}</dt>
          <dd>{wordsOf(entry, t, nameOf, session.created.timeZone)}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf({ at, author, body }: Entry, t: TFunction, nameOf: (staffId: string) => string, zone: string): string {
  const name = author.kind === 'staff' ? nameOf(author.staffId) : '';
  const when = { day: dayOf(at, zone), time: timeOfDay(at, zone), name };
  switch (body.type) {
    case 'nextDayCalled':
      return t('owed.said.called', {
        ...when,
        unwell: body.unwell ? t('owed.said.unwell', { what: body.unwellNote ?? '' }) : t('owed.said.well'),
        sleep: t(`owed.said.sleep.${body.sleep}`),
        again: body.again === null ? '' : t('owed.said.again', { what: body.again }),
      });
    case 'nextDayNotReached':
      return t('owed.said.notReached', { ...when, note: body.note ?? '' });
    case 'followUpDone':
      return t('owed.said.done', { ...when, what: t(`owed.act.${body.kind}`), note: body.note ?? '' });
    case 'followUpLetGo':
      return t('owed.said.letGo', { ...when, what: t(`owed.why.${body.kind}`), note: body.reason });
  }
}
