import type { EarlierSession } from '../../../shared/chart/earlier.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { UsedProtocols } from '../../../shared/ipc/session-search.ts';
import type { ReviewQueries, ReviewQueryName, ReviewQuestion } from '../review/review-queries.ts';
import type { FoundCourse } from './course.ts';
import type { Found, FoundPage, PageQuery, SearchQuery } from './search-types.ts';

/** Every question to the worker that only reads: what it carries and what its answer holds. */
export interface Queries {
  search: { args: SearchQuery; data: Found };
  page: { args: PageQuery; data: FoundPage };
  protocols: { args: null; data: UsedProtocols };
  /** By patient. */
  course: { args: string; data: FoundCourse };
  /** What a chart shows of earlier sessions, each null where it shows nothing; the patient's last ones are read ahead then. */
  earlier: {
    args: { readonly sessionIds: readonly string[]; readonly patientId: string | null };
    data: (EarlierSession | null)[];
  };
  review: { args: ReviewQuestion; data: ReviewQueries[ReviewQueryName]['data'] };
}
export type QueryName = keyof Queries;

/** Main to the query worker; null asks it to end. */
export type QueryMessage =
  | { [N in QueryName]: { readonly id: number; readonly name: N; readonly args: Queries[N]['args'] } }[QueryName]
  | null;

/** The query worker to main; `id` 0 is the outcome of opening. */
export interface QueryAnswer {
  readonly id: number;
  readonly answer: Answer<unknown>;
}
