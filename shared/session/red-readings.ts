import type { RaisedBand } from './attention-state.ts';
import type { Session } from './state.ts';

/** Red readings that stand and have no action beside them, oldest first. */
export function redWithoutAction({ raised, readings }: Pick<Session, 'raised' | 'readings'>): readonly RaisedBand[] {
  const stands = (readingId: string): boolean =>
    readings.some((reading) => reading.readingId === readingId && reading.withdrawn === null);
  return raised.filter(
    ({ level, answer, readingId }) => level === 'red' && answer?.kind !== 'acted' && stands(readingId),
  );
}
