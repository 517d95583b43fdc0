import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';
import { nextDue } from './due.ts';
import { readingProposal, type Proposal } from './proposals.ts';
import type { Session } from './state.ts';

/** A late reading is told larger from this long after its window closed, ms: time to come back from the next room. */
const LARGER_FROM_MS = 5 * 60_000;

/** How prominent a reading that is wanted is: as a figure among others, as a strip, or as a strip readable from the door. */
export type Prominence = 'figure' | 'strip' | 'door';

/** The one reading to take now or next, of the schedule or proposed. */
export interface ReadingCall {
  /** Of the schedule, by id; null where it is proposed. */
  readonly dueId: string | null;
  readonly why: Proposal['why'] | null;
  readonly state: 'upcoming' | 'soon' | 'due' | 'late';
  /** From now, ms; negative once its moment has passed. */
  readonly dueInMs: number;
  /** What is missing of one that is partly answered; empty where all of it is. */
  readonly missing: readonly AskedPart[];
  readonly prominence: Prominence;
}

function proposed({ why, dueInMs }: Proposal): ReadingCall {
  const lateMs = Math.max(0, -dueInMs);
  const state = dueInMs > 0 ? 'upcoming' : 'due';
  const prominence = dueInMs > 0 ? 'figure' : lateMs < LARGER_FROM_MS ? 'strip' : 'door';
  return { dueId: null, why, state, dueInMs, missing: [], prominence };
}

/** What to take now or next, and how loudly (without any sound) the screen says so; null before the start and at the end. */
export function readingCall(session: Session, protocol: Protocol, now: ClockReading): ReadingCall | null {
  const proposal = readingProposal(session, protocol, now);
  const due = nextDue(session, protocol, now);
  if (due === null || (proposal !== null && proposal.dueInMs < due.dueInMs)) {
    return proposal === null ? null : proposed(proposal);
  }
  const { id, state, dueInMs, lateMs, partly } = due;
  if (state !== 'upcoming' && state !== 'soon' && state !== 'due' && state !== 'late') return null;
  const prominence = state !== 'late' ? 'figure' : lateMs < LARGER_FROM_MS ? 'strip' : 'door';
  return { dueId: id, why: null, state, dueInMs, missing: partly ? due.missing : [], prominence };
}
