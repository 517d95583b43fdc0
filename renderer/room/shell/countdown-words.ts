import type { TFunction } from 'i18next';
import { lifeMs, sessionAt } from '../../../shared/session/life.ts';
import type { Session } from '../../../shared/session/state.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import { formatCountdown, formatElapsed } from '../../../shared/time/format.ts';

/** The one figure of a session and what it counts. */
export interface CountdownWords {
  readonly figure: string;
  readonly words: string;
}

/** What a strip or a card shows of a running session: left of the infusion, over it, or since the pump's stop. Null before the start. */
export function countdownWords(session: Session, now: ClockReading, t: TFunction): CountdownWords | null {
  const life = lifeMs(session, now);
  if (session.stopped !== null) {
    return { figure: formatElapsed(life - session.stopped.lifeMs), words: t('shell.sinceStop') };
  }
  const sessionMs = sessionAt(session, life);
  if (sessionMs === null) return null;
  const leftMs = session.plannedMs - sessionMs;
  const words = session.pause !== null ? t('shell.paused') : leftMs < 0 ? t('shell.overtime') : t('shell.left');
  return { figure: formatCountdown(leftMs), words };
}
