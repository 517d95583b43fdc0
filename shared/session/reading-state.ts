import type { ReadingParts } from '../vitals/reading.ts';
import type { Author } from './event.ts';

/** A reading as it stands today, amendments applied. `original` holds what was first written, oldest first. */
export interface ReadingState {
  readonly readingId: string;
  /** Seq of the event that first wrote it. */
  readonly seq: number;
  readonly takenAt: number;
  /** Life time at `takenAt`, ms (see `Session.life`). */
  readonly lifeMs: number;
  readonly sessionMs: number | null;
  /** Null: not obtained, for `notObtained`'s reason. */
  readonly parts: ReadingParts | null;
  readonly notObtained: string | null;
  readonly dueId: string | null;
  /** When its first digit was typed, epoch ms, where it was then said to be taken at another moment. */
  readonly typedAt?: number;
  readonly author: Author;
  readonly originals: readonly { readonly parts: ReadingParts; readonly takenAt: number; readonly reason: string }[];
  /** Reason of a withdrawal; a withdrawn reading counts for nothing and stays visible, struck through. */
  readonly withdrawn: string | null;
}

/** What a session knows of readings. */
export interface ReadingsOfSession {
  readonly readings: readonly ReadingState[];
  readonly baselineId: string | null;
}

export const noReadings: ReadingsOfSession = { readings: [], baselineId: null };
