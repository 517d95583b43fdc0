import type { Session } from './state.ts';
import { standingReadings, type Taken } from './worst-reading.ts';

/**
 * The reading that a score for leaving is made from: the last one since the pump's stop. What was measured before it says
 * nothing of how the patient is now, so that without one everything is asked. Null before the stop.
 */
export function readingForLeaving(session: Pick<Session, 'readings' | 'stopped'>): Taken | null {
  const { stopped } = session;
  if (stopped === null) return null;
  return standingReadings(session).findLast(({ lifeMs }) => lifeMs >= stopped.lifeMs) ?? null;
}
