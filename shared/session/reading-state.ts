import type { AskedPart } from '../vitals/asked-parts.ts';
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
  /** What of the due reading that is about; without it, all that is asked for. */
  readonly notObtainedParts?: readonly AskedPart[];
  readonly dueId: string | null;
  /** When its first digit was typed, epoch ms, where it was then said to be taken at another moment. */
  readonly typedAt?: number;
  /** Taken in quiet mode without being due or proposed. */
  readonly outside?: true;
  /** Why it was, as far as somebody said, and by which event. */
  readonly explained?: { readonly reason: string; readonly seq: number };
  readonly author: Author;
  readonly originals: readonly { readonly parts: ReadingParts; readonly takenAt: number; readonly reason: string }[];
  /** Reason of a withdrawal; a withdrawn reading counts for nothing and stays visible, struck through. */
  readonly withdrawn: string | null;
}

/** What a session knows of readings. */
export interface ReadingsOfSession {
  readonly readings: readonly ReadingState[];
  readonly baselineId: string | null;
  /** Quiet mode as it was last set by hand; null: as the protocol says. */
  readonly quiet: {
    readonly on: boolean;
    readonly at: number;
    readonly author: Author;
  } | null;
}

export const noReadings: ReadingsOfSession = { readings: [], baselineId: null, quiet: null };

/** The readings of quiet mode of which nobody has said yet why they were taken, newest first. */
export function unexplainedReadings({ readings }: ReadingsOfSession): readonly ReadingState[] {
  return readings
    .filter(({ outside, explained, withdrawn }) => outside === true && explained === undefined && withdrawn === null)
    .toReversed();
}
