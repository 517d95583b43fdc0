import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { elapsed, overtime, pauseElapsed, recoveryElapsed, remaining } from '../../../../shared/session/life.ts';
import { formatCountdown, formatElapsed } from '../../../../shared/time/format.ts';
import { Card } from '../../../ui/card.tsx';
import { sinceStart, TAKE_BACK_MS, TakeBackStart } from '../frame/start-notice.tsx';
import { timeOfDay } from '../format.ts';
import { useViewNow } from '../view.ts';
import { CountdownRing } from './countdown-ring.tsx';
import { OvertimeQuestion } from './overtime-question.tsx';
import { Upcoming } from './upcoming.tsx';
import styles from './countdown.module.css';

/** The countdown, or what stands in its place: how long the pump has stood, overtime, time since the pump's stop. */
export function CountdownCard(): ReactElement {
  const { session, now } = useViewNow();
  const { t } = useTranslation();
  const since = sinceStart(session, now);
  const room = session.phase === 'overtime' || (since !== null && since <= TAKE_BACK_MS) ? 2 : 3;
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
  const { session, now } = useViewNow();
  const { t } = useTranslation();
  const digits = formatCountdown(remaining(session, now));
  const share = elapsed(session, now) / session.plannedMs;
  const length = formatElapsed(session.plannedMs);
  const stands = pauseElapsed(session, now);
  if (stands !== null && session.pause !== null) {
    const reason = t(`session.pump.reasons.${session.pause.reason}`);
    return (
      <CountdownRing
        share={share}
        tone="paused"
        over={t('session.countdown.paused', { time: formatElapsed(stands) })}
        digits={digits}
        under={t('session.countdown.pausedWhy', { reason, since: timeOfDay(session.pause.at) })}
      />
    );
  }
  const trouble = session.trouble;
  return (
    <CountdownRing
      share={share}
      tone="running"
      over={t('session.countdown.infusion')}
      digits={digits}
      under={
        trouble === null ? (
          t('session.countdown.remainingOf', { length })
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
  const { session, now } = useViewNow();
  const { t } = useTranslation();
  const stands = pauseElapsed(session, now);
  return (
    <CountdownRing
      share={1}
      tone={stands === null ? 'overtime' : 'paused'}
      over={
        stands === null
          ? t('session.countdown.overtime')
          : t('session.countdown.paused', { time: formatElapsed(stands) })
      }
      digits={formatCountdown(-overtime(session, now))}
      under={t('session.countdown.past', { length: formatElapsed(session.plannedMs) })}
    />
  );
}

function SinceStop(): ReactElement {
  const { session, protocol, now } = useViewNow();
  const { t } = useTranslation();
  const since = recoveryElapsed(session, now) ?? 0;
  const stay = Math.round(protocol.recoveryMs / 60_000);
  return (
    <CountdownRing
      share={protocol.recoveryMs === 0 ? 1 : since / protocol.recoveryMs}
      tone="recovery"
      over={t('session.countdown.recovery')}
      digits={formatElapsed(since)}
      under={t('session.countdown.sinceStop', { time: timeOfDay(session.stopped?.at ?? 0), stay })}
    />
  );
}
