import { planCues } from '../cues/due.ts';
import { actionFor } from '../lights/floor.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { compareClocks, type ClockFinding } from '../time/compare.ts';
import { elapsedBetween, sameBoot } from '../time/clock.ts';
import type { SessionBody } from './event-bodies.ts';
import type { NewSessionEvent } from './event.ts';
import { lifeMs, lifeOfSession, sessionAt } from './life.ts';
import { DARKEST_FADE_MS, DARKEST_STAYS_MS, darkestOver } from './darkest.ts';
import { APP, ahead, newEvent } from './pending.ts';
import type { Session } from './state.ts';

/** Whether the app looks after the session's clock: from the pre-checks until the patient has left. */
export function isLive(session: Session): boolean {
  return session.phase !== 'draft' && session.phase !== 'finished' && session.phase !== 'notGiven';
}

/** Sleep is measured from the session's own anchor, so that what the clock says and what is recorded never differ. */
function gapFindings(session: Session, before: ClockReading, now: ClockReading): ClockFinding[] {
  const sleep = compareClocks(session.life.at, now).filter((finding) => finding.kind === 'slept');
  const others = compareClocks(before, now).filter((finding) =>
    finding.kind === 'stalled' ? sleep.length === 0 : finding.kind === 'clockJumped',
  );
  return [...sleep, ...others];
}

function gapBody(finding: ClockFinding): SessionBody | null {
  return finding.kind === 'rebooted' ? null : { type: finding.kind, byMs: finding.byMs };
}

/** Zero, recorded at the moment it should have happened. */
function zeroEvents(session: Session, now: ClockReading): NewSessionEvent[] {
  if (session.phase !== 'infusing') return [];
  const nowLifeMs = lifeMs(session, now);
  if ((sessionAt(session, nowLifeMs) ?? 0) < session.plannedMs) return [];
  const lateMs = Math.max(0, nowLifeMs - (lifeOfSession(session, session.plannedMs) ?? nowLifeMs));
  return [newEvent(session, { type: 'zeroReached' }, APP, now, lateMs)];
}

/** What is due of the cue sheet: carried out, or passed over by a later one. */
export function cueEvents(session: Session, protocol: Protocol, now: ClockReading): NewSessionEvent[] {
  return planCues(session, protocol, lifeMs(session, now)).map(({ kind, cue }) =>
    kind === 'fire'
      ? newEvent(session, { type: 'cueFired', cueId: cue.id, action: actionFor(session, cue.action) }, APP, now)
      : newEvent(session, { type: 'cuePassed', cueId: cue.id, why: 'superseded' }, APP, now),
  );
}

/** The patient has seen the darkest light for long enough: back to what was. */
function darkestEvents(session: Session, now: ClockReading): NewSessionEvent[] {
  const { darkest } = session.lighting;
  if (darkest === null || lifeMs(session, now) < darkest.lifeMs + DARKEST_FADE_MS + DARKEST_STAYS_MS) return [];
  return darkestOver(session, APP, now);
}

/** Zero and cues that are due in the session as it stands after `first`. */
function thatFollows(
  session: Session,
  protocol: Protocol,
  first: readonly NewSessionEvent[],
  now: ClockReading,
): NewSessionEvent[] {
  const zero = zeroEvents(ahead(session, first, now), now);
  const known = [...first, ...zero];
  return [...known, ...cueEvents(ahead(session, known, now), protocol, now)];
}

/**
 * What time has brought since `before`: gaps, zero, cues. The events are to be recorded at `now`, the very same reading.
 * Looking twice at one moment brings nothing the second time.
 */
export function tick(session: Session, protocol: Protocol, before: ClockReading, now: ClockReading): NewSessionEvent[] {
  if (!isLive(session)) return [];
  const gaps = gapFindings(session, before, now)
    .map(gapBody)
    .filter((body) => body !== null)
    .map((body) => newEvent(session, body, APP, now));
  return thatFollows(session, protocol, [...gaps, ...darkestEvents(session, now)], now);
}

/** The last sign of life: the heartbeat, or the last event where that is later. */
function lastSign(session: Session, heartbeat: ClockReading | null): ClockReading {
  const event = session.life.at;
  if (heartbeat === null || !sameBoot(event, heartbeat)) return event;
  return heartbeat.uptimeMs > event.uptimeMs ? heartbeat : event;
}

/** Sends the lights on to where they were going: full in an emergency, otherwise the rest of the fade. */
export function restoreLights(session: Session, now: ClockReading): NewSessionEvent[] {
  const { lights } = session;
  if (lights === null) return [];
  const leftMs = Math.max(0, Math.round(lights.fadeMs - (lifeMs(session, now) - lights.lifeMs)));
  return [newEvent(session, { type: 'lightsSet', scene: lights.scene, fadeMs: leftMs, why: 'restore' }, APP, now)];
}

/**
 * The app is back: what it was away for, and what follows at once. Zero that passed is recorded at its moment. Up to 5
 * minutes lights and cues go on; after a longer gap, or one of unknown length, they wait for a press.
 */
export function restart(
  session: Session,
  protocol: Protocol,
  heartbeat: ClockReading | null,
  now: ClockReading,
): NewSessionEvent[] {
  if (!isLive(session)) return [];
  const sign = lastSign(session, heartbeat);
  const oneBoot = sameBoot(sign, now);
  const body: SessionBody = {
    type: 'restarted',
    heartbeat: sign,
    sameBoot: oneBoot,
    gapMs: elapsedBetween(sign, now),
    wallBehind: !oneBoot && now.wallMs < sign.wallMs,
  };
  const first = [newEvent(session, body, APP, now)];
  const back = ahead(session, first, now);
  const lights = back.waiting && back.emergency === null ? [] : restoreLights(back, now);
  return thatFollows(session, protocol, [...first, ...lights], now);
}

/** The outcome of a cue that was fired; nothing where it is known already. `code` null: it was sent. */
export function cueOutcome(
  session: Session,
  cueId: string,
  code: string | null,
  now: ClockReading,
): NewSessionEvent | null {
  if (session.cues[cueId] !== 'fired') return null;
  const body: SessionBody = code === null ? { type: 'cueSent', cueId } : { type: 'cueFailed', cueId, code };
  return newEvent(session, body, APP, now);
}
