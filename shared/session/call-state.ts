import type { SessionBodyOf } from './event-bodies.ts';
import type { Author } from './event.ts';
import type { Session } from './state.ts';

/** A call for a doctor, and what came of it. */
export interface CallState {
  readonly callId: string;
  readonly seq: number;
  /** When it was made: epoch ms, and the same on the life axis. */
  readonly at: number;
  readonly lifeMs: number;
  readonly author: Author;
  readonly takenBack: boolean;
  /** When the waiting was given up. */
  readonly notReached: { readonly at: number; readonly lifeMs: number } | null;
  readonly answer:
    | (Pick<SessionBodyOf<'doctorAnswered'>, 'who' | 'said'> & {
        readonly at: number;
        readonly lifeMs: number;
        /** An order by telephone, read back; it waits for that doctor's signature. */
        readonly order: { readonly text: string; readonly signedBy: string | null } | null;
      })
    | null;
}

/** Whether nobody has answered yet. */
export function isWaiting({ takenBack, notReached, answer }: CallState): boolean {
  return !takenBack && notReached === null && answer === null;
}

/** Calls that brought an order which its doctor has not signed yet, oldest first. */
export function unsignedOrders({ calls }: Pick<Session, 'calls'>): readonly CallState[] {
  return calls.filter(({ answer }) => answer !== null && answer.order !== null && answer.order.signedBy === null);
}
