import type { Protocol } from '../protocol/schema.ts';
import { askedParts, askedPartsIn, type AskedPart } from '../vitals/asked-parts.ts';
import type { ReadingState } from './reading-state.ts';
import type { Session } from './state.ts';

/** What has been answered of one reading of the schedule, by however many entries. */
export interface Coverage {
  /** Entries for it that count, in the order of their moments. */
  readonly answers: readonly ReadingState[];
  /** Parts that are neither entered nor said to be not obtained. */
  readonly missing: readonly AskedPart[];
  /** Whether nothing is left of it. */
  readonly closed: boolean;
}

/** The parts a due reading consists of here. None: any one part is the whole of it, as it was before there was a choice. */
export function askedOf({ readingRules }: Protocol): readonly AskedPart[] {
  return askedParts.filter((part) => readingRules.dueParts[part]);
}

/** What an entry answers of the parts that are asked for; "not obtained" without parts is about all of them. */
function answeredBy(reading: ReadingState, asked: readonly AskedPart[]): readonly AskedPart[] {
  return reading.parts === null ? (reading.notObtainedParts ?? asked) : askedPartsIn(reading.parts);
}

/**
 * How far a reading of the schedule is answered: every part counts from the entry that first has it, whichever entry that
 * is. A part that is withdrawn or amended away is missing again.
 */
export function coverageOf(session: Session, protocol: Protocol, dueId: string): Coverage {
  const answers = session.readings
    .filter((reading) => reading.dueId === dueId && reading.withdrawn === null)
    .toSorted((a, b) => a.lifeMs - b.lifeMs || a.seq - b.seq);
  const asked = askedOf(protocol);
  const answered = new Set(answers.flatMap((reading) => answeredBy(reading, asked)));
  const missing = asked.filter((part) => !answered.has(part));
  return { answers, missing, closed: answers.length > 0 && missing.length === 0 };
}

/** The entry that left nothing of it: that one says when it was done. Null while something is missing. */
export function closingAnswer({ answers, closed }: Coverage, protocol: Protocol): ReadingState | null {
  if (!closed) return null;
  const asked = askedOf(protocol);
  const left = new Set(asked);
  for (const reading of answers) {
    for (const part of answeredBy(reading, asked)) left.delete(part);
    if (left.size === 0) return reading;
  }
  return null;
}
