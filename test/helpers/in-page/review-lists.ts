import { success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { WaitingRow } from '../../../shared/ipc/review-lists.ts';
import type { SessionRow, Staff } from '../../../shared/people/people.ts';
import { reasonsFor, waitReasons, waitsOf } from '../../../shared/review/waits.ts';
import type { Session } from '../../../shared/session/state.ts';

const behind = { left: 0, total: 0, over: 0 };

/** What waits and who read, in memory. */
export function pageReviewLists(
  sessions: () => readonly Session[],
  rows: () => readonly SessionRow[],
  by: () => Staff | null,
  now: () => number,
) {
  const reads: { readonly sessionId: string; readonly staffId: string; readonly at: number }[] = [];
  return {
    'review.waiting': ({ only }: RequestArgs<'review.waiting'>) => {
      const own = by();
      const reasons = own === null ? [] : reasonsFor(own.role);
      const all = sessions().flatMap((session): WaitingRow[] => {
        const row = rows().find(({ sessionId }) => sessionId === session.sessionId);
        const waits = waitsOf(session).filter(
          ({ reason, staffId }) =>
            reasons.includes(reason) && (staffId === null || staffId === own?.staffId || own?.role === 'owner'),
        );
        return row === undefined || waits.length === 0 ? [] : [{ session: row, waits: [...waits] }];
      });
      const having = (reason: (typeof waitReasons)[number]): WaitingRow[] =>
        all.filter(({ waits }) => waits.some((wait) => wait.reason === reason));
      const found = only === null ? all : having(only);
      const counts = Object.fromEntries(waitReasons.map((reason) => [reason, having(reason).length]));
      return success({
        rows: found,
        total: found.length,
        counts: counts as Record<(typeof waitReasons)[number], number>,
        behind,
      });
    },
    'session.read': ({ sessionId }: RequestArgs<'session.read'>) => {
      const staffId = by()?.staffId;
      if (staffId !== undefined) reads.unshift({ sessionId, staffId, at: now() });
      return success({});
    },
    'session.reads': ({ sessionId }: RequestArgs<'session.reads'>) =>
      success({ reads: reads.filter((read) => read.sessionId === sessionId) }),
  };
}
