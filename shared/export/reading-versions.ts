import type { Author, SessionEvent } from '../session/event.ts';
import type { ReadingState } from '../session/reading-state.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import { claims } from './claims.ts';
import type { ToldSession } from './told-session.ts';

/** A reading as it was written once, and whether that still stands. */
export interface ReadingVersion {
  readonly readingId: string;
  /** Of the entry that says so. */
  readonly seq: number;
  /** Who entered it, or signed for it later. */
  readonly author: Author;
  /** From 1; the last one is what was said last. */
  readonly version: number;
  readonly state: 'stands' | 'amended' | 'withdrawn';
  /** Why it was amended or withdrawn; null where it stands. */
  readonly reason: string | null;
  /** Epoch ms. */
  readonly takenAt: number;
  /** Session time at `takenAt`, ms; null before the start, and of what was amended. */
  readonly sessionMs: number | null;
  /** Null: not obtained, for `notObtained`'s reason. */
  readonly parts: ReadingParts | null;
  readonly notObtained: string | null;
  /** What of it was not obtained; null: all that was asked for, or nothing was missing. */
  readonly notObtainedParts: readonly AskedPart[] | null;
  /** Taken in quiet mode without being due or proposed; and why, as far as somebody said. */
  readonly outside: boolean;
  readonly outsideReason: string | null;
  readonly dueId: string | null;
  readonly baseline: boolean;
}

type Written = Pick<ReadingVersion, 'seq' | 'author' | 'takenAt' | 'parts' | 'notObtained' | 'notObtainedParts'> & {
  /** Why it took the place of what was written before. */
  readonly because: string;
};

/**
 * All that was ever written of a session's readings: those of one reading together, oldest first, in the order in which
 * readings were entered. What was amended stays beside what took its place.
 */
export function readingVersions({ session, events }: Pick<ToldSession, 'session' | 'events'>): ReadingVersion[] {
  const written = new Map<string, Written[]>();
  const signedFor = claims(events);
  for (const event of events) {
    const found = writtenIn(event);
    if (found === null) continue;
    const staffId = signedFor.get(event.seq);
    const own = staffId === undefined ? found : { ...found, author: { kind: 'staff' as const, staffId } };
    written.set(found.readingId, [...(written.get(found.readingId) ?? []), own]);
  }
  return session.readings.flatMap((reading) =>
    (written.get(reading.readingId) ?? []).map((own, index, all) =>
      versionOf(reading, own, index, all[index + 1] ?? null, session.baselineId),
    ),
  );
}

function versionOf(
  reading: ReadingState,
  { seq, author, takenAt, parts, notObtained, notObtainedParts }: Written,
  index: number,
  next: Written | null,
  baselineId: string | null,
): ReadingVersion {
  const { readingId, dueId, withdrawn } = reading;
  const outside = { outside: reading.outside === true, outsideReason: reading.explained?.reason ?? null };
  const baseline = baselineId === readingId;
  const written = { seq, author, takenAt, parts, notObtained, notObtainedParts };
  const own = { ...written, ...outside, readingId, version: index + 1, dueId, baseline };
  if (next !== null) return { ...own, state: 'amended', reason: next.because, sessionMs: null };
  const state = withdrawn === null ? 'stands' : 'withdrawn';
  return { ...own, state, reason: withdrawn, sessionMs: reading.sessionMs };
}

function writtenIn({ seq, author, occurredAt, body }: SessionEvent): (Written & { readonly readingId: string }) | null {
  const taken = { seq, author, takenAt: occurredAt, because: '', notObtainedParts: null };
  switch (body.type) {
    case 'readingTaken':
      return { ...taken, readingId: body.readingId, parts: body.parts, notObtained: null };
    case 'readingNotObtained':
      return {
        ...taken,
        readingId: body.readingId,
        parts: null,
        notObtained: body.reason,
        notObtainedParts: body.parts ?? null,
      };
    case 'readingAmended': {
      const { readingId, parts, takenAt, reason } = body;
      return { seq, author, takenAt, because: reason, readingId, parts, notObtained: null, notObtainedParts: null };
    }
    default:
      return null;
  }
}
