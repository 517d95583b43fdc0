import { elapsedBetween, type ClockReading } from '../time/clock.ts';
import type { Session } from './state.ts';

/** Life time at a look at the clocks, ms since the session's first event. */
export function lifeMs(session: Session, now: ClockReading): number {
  return session.life.ms + elapsedBetween(session.life.at, now);
}

/** Session time (infusion time without pump pauses) at a moment of life time, ms; null before the start. */
export function sessionAt(session: Session, momentLifeMs: number): number | null {
  if (session.started === null || momentLifeMs < session.started.lifeMs) return null;
  const end = Math.min(momentLifeMs, session.stopped?.lifeMs ?? momentLifeMs);
  let sessionMs = end - session.started.lifeMs;
  for (const pause of session.pauses) {
    if (!pause.pumpStood || pause.fromLifeMs >= end) continue;
    sessionMs -= Math.min(pause.toLifeMs ?? end, end) - pause.fromLifeMs;
  }
  return sessionMs;
}

/** The moment of life time at which session time reached `sessionMs`; null where the pump's pause or stop kept it from it. */
export function lifeOfSession(session: Session, sessionMs: number): number | null {
  if (session.started === null) return null;
  let moment = session.started.lifeMs + sessionMs;
  for (const pause of session.pauses) {
    if (!pause.pumpStood || moment <= pause.fromLifeMs) continue;
    if (pause.toLifeMs === null) return null;
    moment += pause.toLifeMs - pause.fromLifeMs;
  }
  return session.stopped !== null && moment > session.stopped.lifeMs ? null : moment;
}

/** Session time now, ms: 0 before the start, standing while the pump is paused and after its stop. */
export function elapsed(session: Session, now: ClockReading): number {
  return sessionAt(session, lifeMs(session, now)) ?? 0;
}

/** What is left of the planned infusion, ms, never negative. */
export function remaining(session: Session, now: ClockReading): number {
  return Math.max(0, session.plannedMs - elapsed(session, now));
}

/** How far the infusion has run past its planned end, ms; 0 before it. */
export function overtime(session: Session, now: ClockReading): number {
  return Math.max(0, elapsed(session, now) - session.plannedMs);
}

/** Time since the pump's stop, ms, until the patient left; null before it. */
export function recoveryElapsed(session: Session, now: ClockReading): number | null {
  if (session.stopped === null) return null;
  return Math.max(0, (session.finished?.lifeMs ?? lifeMs(session, now)) - session.stopped.lifeMs);
}

/** How long the pump has stood, ms; null while it does not. */
export function pauseElapsed(session: Session, now: ClockReading): number | null {
  return session.pause === null ? null : Math.max(0, lifeMs(session, now) - session.pause.lifeMs);
}

/** How long the emergency has lasted, ms; null without one. */
export function emergencyElapsed(session: Session, now: ClockReading): number | null {
  return session.emergency === null ? null : Math.max(0, lifeMs(session, now) - session.emergency.sinceLifeMs);
}
