import type { OwedPage } from '../../../shared/ipc/follow-up.ts';
import type { WeekFigures } from '../../../shared/review/statistics.ts';
import type { WaitingPage } from '../../../shared/ipc/review-lists.ts';
import type { Sqlite } from '../sqlite.ts';
import { owedAt, type OwedQuery } from './owed.ts';
import { readsOf, type Read } from './reads.ts';
import { statisticsOf, type StatisticsQuery } from './statistics.ts';
import { waitingAt, type WaitingQuery } from './waiting.ts';

/** What the review asks of everything that is derived: what it carries and what its answer holds. */
export interface ReviewQueries {
  waiting: { args: WaitingQuery; data: WaitingPage };
  owed: { args: OwedQuery; data: OwedPage };
  statistics: { args: StatisticsQuery; data: WeekFigures[] };
  /** Of one session. */
  reads: { args: string; data: Read[] };
}
export type ReviewQueryName = keyof ReviewQueries;

/** One question and what it carries. */
export type ReviewQuestion = {
  [N in ReviewQueryName]: { readonly name: N; readonly args: ReviewQueries[N]['args'] };
}[ReviewQueryName];

/** Answers on a connection that only reads. */
export function answerReview(reader: Sqlite, question: ReviewQuestion): ReviewQueries[ReviewQueryName]['data'] {
  switch (question.name) {
    case 'waiting':
      return waitingAt(reader, question.args);
    case 'owed':
      return owedAt(reader, question.args);
    case 'statistics':
      return statisticsOf(reader, question.args);
    case 'reads':
      return readsOf(reader, question.args);
  }
}
