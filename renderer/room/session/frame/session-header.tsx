import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClockStale } from '../../../client/clock.ts';
import { usePending, useStatus, useUnsaved } from '../../../client/session-store.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { can } from '../../../../shared/session/can.ts';
import { calendarDay, clockTime, milligrams } from '../format.ts';
import { HandoverDialog } from '../handover/handover-dialog.tsx';
import { useLocked, useView } from '../view.ts';
import styles from './frame.module.css';

export interface SessionHeaderProps {
  /** Opens the sign-in over the running session; the name stays a plain word where nobody may leave. */
  readonly onSignIn: () => void;
}

/** Who, where, what, whether it is saved, who is signed in, and the time. */
export function SessionHeader({ onSignIn }: SessionHeaderProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const signedIn = useStatus()?.signedIn ?? null;
  return (
    <header className={styles.header}>
      <span className={styles.room}>{session.created.room}</span>
      {session.created.practice ? <strong className={styles.practice}>{t('common.practice')}</strong> : null}
      <Person />
      {signedIn === null ? null : <Infusion />}
      <span className={styles.note}>{t('session.header.notAMonitor')}</span>
      <Saved />
      <HandOver />
      <button type="button" className={styles.who} onClick={onSignIn}>
        {signedIn === null ? t('session.header.signIn') : signedIn.name}
      </button>
      <WallClock />
    </header>
  );
}

function Person(): ReactElement {
  const { t } = useTranslation();
  const { patient, session } = useView();
  const locked = useLocked();
  if (session.created.practice && patient === null) {
    return <h1 className={styles.person}>{t('session.header.practicePatient')}</h1>;
  }
  if (locked || patient === null) {
    const words = session.created.patientId === null ? t('session.header.noPatient') : t('session.header.patient');
    return <h1 className={styles.person}>{words}</h1>;
  }
  return (
    <>
      <h1 className={styles.person}>{patient.name}</h1>
      <span className={styles.soft}>{calendarDay(patient.birthDate)}</span>
    </>
  );
}

/** Which infusion, and below it what was ordered: a dose is never cut off. */
function Infusion(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { infusionNumber, plannedInfusions } = session.created;
  const order = session.order?.order ?? null;
  const number =
    infusionNumber === null
      ? null
      : plannedInfusions === null
        ? t('session.header.infusion', { number: infusionNumber })
        : t('session.header.infusionOf', { number: infusionNumber, planned: plannedInfusions });
  const drug =
    order === null
      ? null
      : t('session.header.drug', {
          drug: order.drug,
          mg: milligrams(order.mg),
          mgPerKg: order.mgPerKg,
          route: t(`session.order.routes.${order.route}`),
          minutes: session.plannedMs / 60_000,
        });
  return (
    <span className={styles.infusion}>
      {number === null ? null : <span>{number}</span>} {drug === null ? null : <span>{drug}</span>}
    </span>
  );
}

/** Whoever walks in sees the summary here, and may take over. */
function HandOver(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const [open, setOpen] = useState(false);
  if (locked || !can(session).takeRoom) return null;
  return (
    <>
      <button type="button" className={styles.who} onClick={() => setOpen(true)}>
        {t('handover.open')}
      </button>
      {open ? <HandoverDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Saved(): ReactElement {
  const { t } = useTranslation();
  const { events } = useView();
  const waiting = useUnsaved().length;
  const underWay = usePending().length;
  const status = useStatus();
  if (waiting > 0 || (status?.unsaved ?? 0) > 0) {
    return (
      <strong className={styles.unsaved} role="alert">
        <span aria-hidden="true">▲ </span>
        {t('session.header.unsaved')}
      </strong>
    );
  }
  const last = events.at(-1)?.recordedAt.wallMs ?? null;
  return (
    <span className={styles.saved}>
      {underWay > 0 || last === null
        ? t('session.header.saving')
        : t('session.header.saved', { time: clockTime(last) })}
    </span>
  );
}

function WallClock(): ReactElement {
  const { t } = useTranslation();
  const stale = useClockStale();
  return (
    <span className={styles.clock}>
      {stale ? <span className={styles.stale}>{t('session.header.stale')}</span> : null}
      <time>
        <Ticking text={({ wallMs }) => clockTime(wallMs)} />
      </time>
    </span>
  );
}
