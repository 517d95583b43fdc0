import { success, type Answer } from '../../../shared/ipc/answer.ts';
import type { Behind } from '../catch-up.ts';
import type { QueryLink } from '../search/query-link.ts';
import type { ReviewQueries, ReviewQueryName, ReviewQuestion } from './review-queries.ts';

/** How far the derived rows are behind; `over`: sessions that are over and still to be looked at as a whole. */
export interface BehindOver extends Behind {
  readonly over: number;
}

/** One question of the review, and its answer with how far the rows that it comes from are. */
export type AskReview = <N extends ReviewQueryName>(
  name: N,
  args: ReviewQueries[N]['args'],
) => Promise<Answer<{ readonly found: ReviewQueries[N]['data']; readonly behind: BehindOver }>>;

/** Asks the worker that only reads, once the one that writes has followed what was acknowledged. */
export function askReview(follow: () => Promise<Answer<BehindOver>>, queries: Pick<QueryLink, 'ask'>): AskReview {
  return async <N extends ReviewQueryName>(name: N, args: ReviewQueries[N]['args']) => {
    const behind = await follow();
    if (!behind.ok) return behind;
    const answer = await queries.ask('review', { name, args } as ReviewQuestion);
    if (!answer.ok) return answer;
    // The worker is the same build: its answer to a question has that question's type.
    return success({ found: answer.data as ReviewQueries[N]['data'], behind: behind.data });
  };
}
