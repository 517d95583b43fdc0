import type { ReactElement } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { useSession, useStatus } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { PressContext, useAct } from './act.tsx';
import { EmergencyOverlay } from './emergency/emergency-overlay.tsx';
import { FinishedScreen } from './finished/finished-screen.tsx';
import { SessionHeader } from './frame/session-header.tsx';
import { InfusionView } from './infusion-view.tsx';
import { WishesLine } from './intake/wishes-line.tsx';
import { LockedView } from './locked-view.tsx';
import { MarksRow } from './marks/marks-row.tsx';
import { isSimulated, PracticeStrip } from './practice/practice-strip.tsx';
import { PreChecksView } from './pre-checks/pre-checks-view.tsx';
import { RecoveryView } from './recovery/recovery-view.tsx';
import { StaffContext, useStaffList } from './staff.ts';
import { TimelineCard } from './timeline/timeline-card.tsx';
import { useScreenLevel } from './use-screen-level.ts';
import { useLocked, useView } from './view.ts';
import styles from './frame/frame.module.css';

/** The session that is open, whatever its phase; nothing while none is. */
export function SessionScreen(): ReactElement | null {
  const view = useSession();
  return view === null ? null : <OpenSession key={view.session.sessionId} />;
}

function OpenSession(): ReactElement {
  const act = useAct();
  const status = useStatus();
  const staff = useStaffList(status?.signedIn?.staffId ?? null);
  return (
    <StaffContext value={staff}>
      <PressContext value={act}>
        <ScreenLevel />
        <Frame />
      </PressContext>
    </StaffContext>
  );
}

/** Apart from the rest: it follows the clock, and nothing else is to be drawn again every second for that. */
function ScreenLevel(): null {
  useScreenLevel();
  return null;
}

function Frame(): ReactElement {
  const { session } = useView();
  const shell = useShell();
  const locked = useLocked();
  if (session.emergency !== null) return <EmergencyOverlay />;
  if (session.phase === 'finished' || session.phase === 'notGiven') {
    return (
      <div className={styles.screen}>
        <SessionHeader onSignIn={shell.askSignIn} />
        {locked ? <LockedView /> : <FinishedScreen />}
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <SessionHeader onSignIn={shell.askSignIn} />
      {isSimulated(session) ? <PracticeStrip /> : <TimelineCard />}
      {session.phase === 'draft' || session.phase === 'preChecks' ? null : <WishesLine />}
      <Body />
      {session.phase === 'draft' ? null : <MarksRow />}
    </div>
  );
}

function Body(): ReactElement {
  const { session } = useView();
  const locked = useLocked();
  switch (session.phase) {
    case 'draft':
    case 'preChecks':
      return locked ? <LockedView /> : <PreChecksView />;
    case 'infusing':
    case 'overtime':
      return <InfusionView />;
    case 'recovery':
      return locked ? <InfusionView /> : <RecoveryView />;
    case 'finished':
    case 'notGiven':
      return <FinishedScreen />;
    default:
      return assertNever(session.phase);
  }
}
