import type { Bands } from '../protocol/bands.ts';
import { levelOf, type Band } from '../vitals/bands.ts';
import { readingBands } from './reading-bands.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/**
 * What somebody said of symptoms, in words, when a band of this reading asked for them; null: nobody said of any. From then
 * on the reading is red, whatever becomes of its values.
 */
export function symptomsTold({ raised }: Pick<Session, 'raised'>, readingId: string): string | null {
  return raised.find((band) => band.readingId === readingId && band.symptoms !== null)?.symptoms ?? null;
}

/** How serious a reading is as it stands today, by its values and its symptoms: what the bedside calls it. */
export function levelOfReading(session: Session, bands: Bands, reading: ReadingState): Band {
  if (reading.withdrawn !== null || reading.parts === null) return 'ok';
  if (symptomsTold(session, reading.readingId) !== null) return 'red';
  return levelOf(readingBands(session, bands, reading), reading.parts);
}
