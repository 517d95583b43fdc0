import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsed, overtime, pauseElapsed, recoveryElapsed, remaining } from '../../../../shared/session/life.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { formatCountdown, formatElapsed } from '../../../../shared/time/format.ts';
import { Card } from '../../../ui/card.tsx';
import { TakeBackStart, useTakeBackOffered } from '../frame/start-notice.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { CountdownRing } from './countdown-ring.tsx';
import { OvertimeQuestion } from './overtime-question.tsx';
import { Upcoming } from './upcoming.tsx';
import styles from './countdown.module.css';

/** The countdown, or what stands in its place: how long the pump has stood, overtime, time since the pump's stop. */
export function CountdownCard(): ReactElement {
  const { session } = useView();
  const { t } = useTranslation();
  const room = useTakeBackOffered() || session.phase === 'overtime' ? 2 : 3;
  return (
    <Card title={null} label={t('session.countdown.label')} className={styles.card}>
      {session.phase === 'recovery' ? <SinceStop /> : session.phase === 'overtime' ? <Overtime /> : <Remaining />}
      {session.phase === 'overtime' ? <OvertimeQuestion /> : null}
      <TakeBackStart />
      <Upcoming count={room} />
    </Card>
  );
}

function Remaining(): ReactElement {
  const { session } = useView();
  const { t } = useTranslation();
  const { pause, trouble } = session;
  const figures = (now: ClockReading) => ({
    share: elapsed(session, now) / session.plannedMs,
    digits: formatCountdown(remaining(session, now)),
  });
  if (pause !== null) {
    const reason = t(`session.pump.reasons.${pause.reason}`);
    const stands = (now: ClockReading) => formatElapsed(pauseElapsed(session, now) ?? 0);
    return (
      <CountdownRing
        read={(now) => ({ ...figures(now), over: t('session.countdown.paused', { time: stands(now) }) })}
        tone="paused"
        under={t('session.countdown.pausedWhy', { reason, since: timeOfDay(pause.at) })}
      />
    );
  }
  return (
    <CountdownRing
      read={(now) => ({ ...figures(now), over: t('session.countdown.infusion') })}
      tone="running"
      under={
        trouble === null ? (
          t('session.countdown.remainingOf', { length: formatElapsed(session.plannedMs) })
        ) : (
          <span className={styles.trouble}>
            {t('session.countdown.trouble', {
              reason: t(`session.pump.reasons.${trouble.reason}`),
              since: timeOfDay(trouble.at),
            })}
          </span>
        )
      }
    />
  );
}

function Overtime(): ReactElement {
  const { session } = useView();
  const { t } = useTranslation();
  const over = (now: ClockReading): string => {
    const stands = pauseElapsed(session, now);
    return stands === null
      ? t('session.countdown.overtime')
      : t('session.countdown.paused', { time: formatElapsed(stands) });
  };
  return (
    <CountdownRing
      read={(now) => ({ share: 1, over: over(now), digits: formatCountdown(-overtime(session, now)) })}
      tone={session.pause === null ? 'overtime' : 'paused'}
      under={t('session.countdown.past', { length: formatElapsed(session.plannedMs) })}
    />
  );
}

function SinceStop(): ReactElement {
  const { session, protocol } = useView();
  const { t } = useTranslation();
  const { recoveryMs } = protocol;
  const since = (now: ClockReading) => recoveryElapsed(session, now) ?? 0;
  return (
    <CountdownRing
      read={(now) => ({
        share: recoveryMs === 0 ? 1 : since(now) / recoveryMs,
        over: t('session.countdown.recovery'),
        digits: formatElapsed(since(now)),
      })}
      tone="recovery"
      under={t('session.countdown.sinceStop', {
        time: timeOfDay(session.stopped?.at ?? 0),
        stay: Math.round(recoveryMs / 60_000),
      })}
    />
  );
}
