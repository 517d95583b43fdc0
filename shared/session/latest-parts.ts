import { emptyParts } from '../vitals/validate.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { Session } from './state.ts';

/** Each measure as last known before a moment of life time, whichever reading it came from; null before the first. */
export function latestParts(session: Session, beforeLifeMs: number, exceptId: string | null): ReadingParts | null {
  const earlier = session.readings
    .filter((r) => r.parts !== null && r.withdrawn === null && r.readingId !== exceptId && r.lifeMs <= beforeLifeMs)
    .toSorted((a, b) => a.lifeMs - b.lifeMs || a.seq - b.seq);
  if (earlier.length === 0) return null;
  return earlier.reduce<ReadingParts>((known, { parts }) => {
    const taken = Object.entries(parts ?? emptyParts).filter(([, value]) => value !== null);
    return { ...known, ...(Object.fromEntries(taken) as Partial<ReadingParts>) };
  }, emptyParts);
}
