import type { Answer } from '../../../shared/ipc/answer.ts';
import type { Found, SearchQuery } from './search-types.ts';

/** Main to the query worker; null asks it to end. */
export type QueryMessage = { readonly id: number; readonly query: SearchQuery } | null;

/** The query worker to main; `id` 0 is the outcome of opening. */
export interface QueryAnswer {
  readonly id: number;
  readonly answer: Answer<Found | null>;
}
