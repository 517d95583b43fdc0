import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { noneWished } from '../../../../shared/intake/wish.ts';
import { emergencyElapsed, overtime, remaining } from '../../../../shared/session/life.ts';
import { formatCountdown, formatElapsed } from '../../../../shared/time/format.ts';
import { useStatus } from '../../../client/session-store.ts';
import { useShell } from '../../../client/shell-context.ts';
import { Button } from '../../../ui/button.tsx';
import { HoldButton } from '../../../ui/hold-button.tsx';
import { ActProblem, usePress, usePressAct } from '../act.tsx';
import { clockTime, timeOfDay } from '../format.ts';
import { useLocked, useViewNow } from '../view.ts';
import { WishesLine } from '../intake/wishes-line.tsx';
import { failedLamps } from '../lights/light-notice.tsx';
import { EmergencySteps } from './emergency-steps.tsx';
import { StrangerFacts } from './stranger-facts.tsx';
import styles from './emergency.module.css';

/** Bright and bare: how long it has lasted, one press each for what was done, and what a stranger must be told. */
export function EmergencyOverlay(): ReactElement {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const act = usePressAct();
  const press = usePress();
  const shell = useShell();
  const locked = useLocked();
  const missing = failedLamps(session, useStatus()?.lamps ?? []);
  const infusing = session.phase === 'infusing' || session.phase === 'overtime';
  // The one sound in the room that the app cannot end.
  const phone = noneWished(session.intake.choice) === 'ownPhone';
  const left = session.phase === 'overtime' ? -overtime(session, now) : remaining(session, now);
  return (
    <main className={styles.overlay} data-theme="emergency">
      <header className={styles.head}>
        <h1 className={styles.title}>{t('emergency.title')}</h1>
        <span>{t('emergency.since', { time: timeOfDay(session.emergency?.at ?? now.wallMs) })}</span>
        {infusing ? (
          <span className={styles.countdown}>
            {session.pump === 'paused' ? t('emergency.pumpPaused') : t('emergency.pumpRuns')}{' '}
            <strong>{formatCountdown(left)}</strong>
          </span>
        ) : null}
        <time className={styles.clock}>{clockTime(now.wallMs)}</time>
      </header>
      <ActProblem act={act} />
      <div className={styles.wishes}>
        {missing.length === 0 ? null : (
          <p className={styles.missing} role="status">
            <span aria-hidden="true">! </span>
            {t('session.lights.failedFull', { lamps: missing.map(({ name, driver }) => name ?? driver).join(', ') })}
          </p>
        )}
        {phone ? (
          <p className={styles.missing} role="status">
            <span aria-hidden="true">! </span>
            {t('emergency.phone')}
          </p>
        ) : null}
        <WishesLine />
      </div>
      <p className={styles.running} role="timer" aria-label={t('emergency.title')}>
        {formatElapsed(emergencyElapsed(session, now) ?? 0)}
      </p>
      <EmergencySteps />
      <StrangerFacts />
      <footer className={styles.foot}>
        <p>{t(phone ? 'emergency.roomPhone' : 'emergency.room')}</p>
        {locked ? <Button onClick={shell.askSignIn}>{t('session.header.signIn')}</Button> : null}
        <HoldButton tone="plain" onHeld={() => press({ type: 'endEmergency' })}>
          {t('emergency.end')}
        </HoldButton>
      </footer>
    </main>
  );
}
