import type { Protocol } from '../protocol/schema.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import { levelOfReading } from './reading-level.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/** A reading with values. */
export type Taken = ReadingState & { readonly parts: ReadingParts };

const levels = ['ok', 'amber', 'red'] as const;

/** Readings with values that count, in the order in which they were taken. */
export function standingReadings(session: Pick<Session, 'readings'>): readonly Taken[] {
  return session.readings
    .filter((reading): reading is Taken => reading.withdrawn === null && reading.parts !== null)
    .toSorted((a, b) => a.takenAt - b.takenAt);
}

/** Those since the start, without the baseline; none before there was a start. */
export function readingsSinceStart(session: Session): readonly Taken[] {
  const { started, baselineId } = session;
  return standingReadings(session).filter(
    ({ readingId, lifeMs }) => readingId !== baselineId && started !== null && lifeMs >= started.lifeMs,
  );
}

/** The reading since the start that stands highest in the bands, the highest systolic among equals; null without one. */
export function worstReading(session: Session, protocol: Protocol): Taken | null {
  const weight = (reading: Taken): number =>
    levels.indexOf(levelOfReading(session, protocol.bands, reading)) * 1000 + (reading.parts.systolic ?? 0);
  return readingsSinceStart(session).toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}
