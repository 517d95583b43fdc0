import type { Bands } from '../protocol/bands.ts';
import type { BandField } from '../vitals/band-fields.ts';
import { bandsOf, type Band } from '../vitals/bands.ts';
import { baselineOf } from './blockers.ts';
import { latestParts } from './latest-parts.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/**
 * The bands of one reading as its values stand today, against the patient's baseline and, since the start, against what was
 * measured last before it. Empty where nothing was obtained.
 */
export function readingBands(session: Session, bands: Bands, reading: ReadingState): Partial<Record<BandField, Band>> {
  const { parts, readingId, lifeMs } = reading;
  if (parts === null) return {};
  const baseline = baselineOf(session);
  const reference = baseline === null || baseline.readingId === readingId ? null : baseline.parts;
  const isCompared = bands.overLast !== null && session.started !== null && lifeMs >= session.started.lifeMs;
  return bandsOf(bands, parts, reference, isCompared ? latestParts(session, lifeMs, readingId) : null);
}
