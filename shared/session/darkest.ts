import { darkestFor, notDarkerThan } from '../lights/floor.ts';
import type { ClockReading } from '../time/clock.ts';
import type { Author, NewSessionEvent } from './event.ts';
import { APP, newEvent } from './pending.ts';
import type { Session } from './state.ts';

/** To the darkest light, and back from it, over this long, ms. */
export const DARKEST_FADE_MS = 10_000;
/** The patient looks at it for this long, ms, unless a press ends it. */
export const DARKEST_STAYS_MS = 20_000;

/** Back from the darkest light to what was before it; nothing where it is not shown. */
export function darkestOver(session: Session, author: Author, now: ClockReading): NewSessionEvent[] {
  const { darkest } = session.lighting;
  if (darkest === null) return [];
  const scene = notDarkerThan(darkest.before, darkestFor(session));
  return [
    newEvent(session, { type: 'darkestOver' }, author, now),
    newEvent(session, { type: 'lightsSet', scene, fadeMs: DARKEST_FADE_MS, why: 'afterDarkest' }, APP, now),
  ];
}
