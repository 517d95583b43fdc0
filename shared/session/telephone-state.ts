import type { SessionBodyOf } from './event-bodies.ts';
import type { Session } from './state.ts';

/** What a prescriber decided by telephone before the start, read back; it waits for their own signature. */
export interface TelephoneDecision {
  /** Seq of the entry; of a start that the gate let go, that of the gate's. */
  readonly seq: number;
  readonly what: 'override' | SessionBodyOf<'gateDecided'>['decision'];
  readonly prescriber: string;
  /** Of a prescriber on the staff list, who signs in person; null: from outside, where only the name is known. */
  readonly staffId: string | null;
  /** When it was said, epoch ms. */
  readonly at: number;
  readonly reason: string;
  readonly signedBy: string | null;
}

type Decided = Pick<SessionBodyOf<'overridden'>, 'by' | 'reason'> & Pick<TelephoneDecision, 'what' | 'seq'>;

/** The decisions with one more, where it came by telephone. The override that follows a "start" at the gate is the same decision. */
export function withDecision(
  before: readonly TelephoneDecision[],
  { what, seq, by, reason }: Decided,
): readonly TelephoneDecision[] {
  if (by.kind !== 'telephone') return before;
  const { prescriber, staffId = null, at } = by;
  const last = before.at(-1);
  const isSame =
    what === 'override' && last?.what === 'start' && last.seq === seq - 1 && last.at === at && last.reason === reason;
  return isSame ? before : [...before, { seq, what, prescriber, staffId, at, reason, signedBy: null }];
}

/** Decisions by telephone that nobody signed yet, oldest first: a later one makes none of them vanish. */
export function unsignedDecisions({ telephoned }: Pick<Session, 'telephoned'>): readonly TelephoneDecision[] {
  return telephoned.filter(({ signedBy }) => signedBy === null);
}
