import { useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwedRow } from '../../../shared/ipc/follow-up.ts';
import { useRoom } from '../../client/room-context.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
import { staffName, StaffContext } from '../../room/session/staff.ts';
import { Button } from '../../ui/button.tsx';
import { SessionWho } from '../session-who.tsx';
import { daysBetween } from '../waiting/days.ts';
import styles from '../waiting/waiting.module.css';
import { CallDialog } from './call-dialog.tsx';
import { SettleDialog, type Settling } from './settle-dialog.tsx';

export interface OwedCardProps {
  readonly row: OwedRow;
  readonly onRead: (sessionId: string) => void;
  readonly onDone: () => void;
}

/** One thing owed: to whom by name and birth date, after which infusion, since when, and the presses that settle it. */
export function OwedCard({ row, onRead, onDone }: OwedCardProps): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'call' | Settling | null>(null);
  const { session, kind, courseId } = row;
  const done = (): void => {
    setOpen(null);
    onDone();
  };
  const close = (): void => setOpen(null);
  return (
    <li className={styles.card}>
      <SessionWho session={session} />
      <div className={styles.owed}>
        <OwedWords row={row} />
        <span className={styles.acts}>
          {kind === 'copy' ? (
            <Button onClick={() => onRead(session.sessionId)}>{t('owed.act.copy')}</Button>
          ) : (
            <>
              <Button onClick={() => setOpen(kind === 'call' ? 'call' : 'done')}>{t(`owed.act.${kind}`)}</Button>
              {kind === 'call' ? <Button onClick={() => setOpen('notReached')}>{t('owed.notReached')}</Button> : null}
              <Button tone="quiet" onClick={() => setOpen('letGo')}>
                {t('owed.letGo')}
              </Button>
            </>
          )}
        </span>
      </div>
      {open === null || courseId === null ? null : open === 'call' ? (
        <CallDialog row={row} courseId={courseId} onClose={close} onDone={done} />
      ) : (
        <SettleDialog row={row} courseId={courseId} how={open} onClose={close} onDone={done} />
      )}
    </li>
  );
}

/** What is owed and for how long; who has tried to call. */
function OwedWords({ row: { kind, dueAt, late, week, next, tries } }: Pick<OwedCardProps, 'row'>): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const staff = useContext(StaffContext);
  const days = daysBetween(dueAt, clock.now().wallMs);
  const since = days === 0 ? t('waiting.today') : t('owed.since', { count: days });
  const last = tries.at(-1);
  return (
    <p>
      {week === null ? t(`owed.why.${kind}`) : t('owed.why.scoresOf', { week })}{' '}
      <span className={late ? styles.late : styles.soft}>{late ? t('owed.late', { since }) : since}</span>
      {kind === 'next' && next === 'hold' ? <span className={styles.late}> {t('owed.hold')}</span> : null}
      {last === undefined ? null : (
        <span className={styles.soft}>
          {' '}
          {t('owed.tried', {
            count: tries.length,
            name: last.staffId === null ? '' : staffName(staff, last.staffId),
            day: dayOf(last.at),
            time: timeOfDay(last.at),
          })}
        </span>
      )}
    </p>
  );
}
