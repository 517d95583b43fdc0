import { zoneOf } from '../../../shared/lights/level-at.ts';
import { levelNow } from '../../../shared/lights/shown.ts';
import type { SessionEvent } from '../../../shared/session/event.ts';
import type { Session } from '../../../shared/session/state.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';

/** The least that a screen keeps, so that it can be read at all. */
const LEAST = 0.05;

/**
 * How bright the screen may be, 0 to 1. It dims with the room and never brightens by itself: while the patient is away, it
 * stays as dark as the room has been since a person last set the light (`lowest`, of `lowestSinceHand`), whatever the cue
 * sheet does meanwhile.
 */
export function screenLevel(session: Session, lowest: number, now: ClockReading): number {
  if (session.emergency !== null || session.phase === 'finished' || session.phase === 'notGiven') return 1;
  const level = levelNow(session, now);
  const away = session.phase === 'infusing' || session.phase === 'overtime';
  return toScreen(away ? Math.min(level, lowest) : level);
}

/** The lowest level the cue sheet has sent since a person last set the light by hand; 1 where there is none. */
export function lowestSinceHand(events: readonly SessionEvent[]): number {
  let lowest = 1;
  let sent: number | null = null;
  for (const { body } of events.toReversed()) {
    if (body.type === 'lightsSet' && body.why !== 'restore') break;
    if (body.type !== 'cueFired' || body.action.kind !== 'scene') continue;
    // The last cue may still be fading: where the room is now says enough of it.
    if (sent !== null) lowest = Math.min(lowest, zoneOf(body.action.scene, 'room')?.level ?? 1);
    sent = zoneOf(body.action.scene, 'room')?.level ?? null;
  }
  return lowest;
}

/** Eyes see the root rather than the light itself. */
function toScreen(level: number): number {
  return Math.round((LEAST + (1 - LEAST) * Math.sqrt(level)) * 100) / 100;
}
