import { useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { WaitingFor, WaitingRow } from '../../../shared/ipc/review-lists.ts';
import type { WaitReason } from '../../../shared/review/waits.ts';
import { useRoom } from '../../client/room-context.ts';
import { useStatus } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { staffName, StaffContext } from '../../room/session/staff.ts';
import { Button } from '../../ui/button.tsx';
import type { CoursePageProps } from '../course/course-page.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import { SessionWho } from '../session-who.tsx';
import { daysSince } from './days.ts';
import styles from './waiting.module.css';

/** What is settled on the session's own screen; the rest on its record. */
const inSession: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'safety',
  'notEnded',
  'telephone',
  'override',
  'missing',
  'adverse',
]);

export interface WaitingCardProps {
  readonly row: WaitingRow;
  readonly only: WaitReason | null;
  readonly onRead: (sessionId: string) => void;
  readonly onCourse: (patient: CoursePageProps['patient']) => void;
}

/** One session: whose by name and birth date, which, and everything that waits in it with the press that leads there. */
export function WaitingCard({ row: { session, waits }, only, onRead, onCourse }: WaitingCardProps): ReactElement {
  const shell = useShell();
  const { store } = useRoom();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { sessionId } = session;
  const go = async ({ reason }: WaitingFor): Promise<void> => {
    const { patientId, patientName: name, birthDate } = session;
    if (reason === 'safetyBetween' && patientId !== null && name !== null && birthDate !== null)
      return onCourse({ patientId, name, birthDate });
    if (!inSession.has(reason)) return onRead(sessionId);
    const answer = await store.open(sessionId);
    if (answer.ok) shell.go('session');
    else setFailure(answer);
  };
  return (
    <li className={styles.card}>
      <SessionWho session={session} />
      <ul className={styles.waits}>
        {waits
          .filter(({ reason }) => only === null || reason === only)
          .map((wait) => (
            <Line key={`${wait.reason} ${wait.staffId ?? ''}`} wait={wait} onGo={() => void go(wait)} />
          ))}
      </ul>
      <ActFailure failure={failure} />
    </li>
  );
}

function Line({ wait, onGo }: { readonly wait: WaitingFor; readonly onGo: () => void }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const staff = useContext(StaffContext);
  const own = useStatus()?.signedIn?.staffId ?? null;
  const { reason, staffId, since, count } = wait;
  const days = daysSince(since, clock.now().wallMs);
  const has = staff.find((member) => member.staffId === staffId);
  const whose =
    staffId === null || staffId === own
      ? ''
      : ` ${t(has?.active === false ? 'waiting.forLeft' : 'waiting.for', { name: staffName(staff, staffId) })}`;
  return (
    <li className={styles.wait}>
      <span className={reason === 'red' ? styles.red : undefined}>
        {reason === 'red' ? '▲ ' : ''}
        {t(`waiting.why.${reason}`, { count })}
        {whose}
      </span>
      <span className={styles.soft}>{days === 0 ? t('waiting.today') : t('waiting.days', { count: days })}</span>
      <Button onClick={onGo}>{t(`waiting.act.${reason}`)}</Button>
    </li>
  );
}
