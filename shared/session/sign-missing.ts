import type { Protocol } from '../protocol/schema.ts';
import { readingOutcomes } from '../review/outcomes.ts';
import { isWaiting, unsignedOrders } from './call-state.ts';
import { redWithoutAction } from './red-readings.ts';
import type { SignNotice } from './sign-bodies.ts';
import type { Session } from './state.ts';
import { unsignedDecisions } from './telephone-state.ts';

/** What a record has to hold before anybody can sign it. */
export type SignGap = 'ended' | 'dose' | 'left' | 'entries';

/** What is missing and blocks a signature; all of it can still be entered. */
export function signGaps(session: Session): SignGap[] {
  const { started, stopped, dose, finished, unsigned } = session;
  const found: readonly (readonly [SignGap, boolean])[] = [
    ['ended', started !== null && stopped === null],
    ['dose', started !== null && dose === null],
    ['left', started !== null && finished === null],
    ['entries', unsigned.length > 0],
  ];
  return found.filter(([, is]) => is).map(([gap]) => gap);
}

/** Whether an order or a decision by telephone waits for this very person, who signs it before the session. */
export function hasOwnOrder(session: Session, staffId: string): boolean {
  return (
    unsignedOrders(session).some(({ answer }) => answer?.who.staffId === staffId) ||
    unsignedDecisions(session).some((decision) => decision.staffId === staffId)
  );
}

/** What stands open and blocks nobody: whoever signs sees it, and the signature says that they did. */
export function signOpen(session: Session, protocol: Protocol): SignNotice[] {
  const { calls, life } = session;
  const isMissing = readingOutcomes(session, protocol, life.at).some(({ outcome }) => outcome === 'missing');
  const found: readonly (readonly [SignNotice, boolean])[] = [
    ['orders', unsignedOrders(session).length > 0],
    ['override', unsignedDecisions(session).length > 0],
    ['red', redWithoutAction(session).length > 0],
    ['call', calls.some(isWaiting)],
    ['readings', session.started !== null && isMissing],
  ];
  return found.filter(([, is]) => is).map(([notice]) => notice);
}
