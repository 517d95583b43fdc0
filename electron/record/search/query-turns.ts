import { setImmediate as turn } from 'node:timers/promises';
import { failure, type Answer } from '../../../shared/ipc/answer.ts';
import type { QueryMessage, QueryName } from './query-messages.ts';

/** A question as main sent it. */
export type Question = NonNullable<QueryMessage>;

/** Questions of which a newer one ends the older: where somebody types, only the last one is still wanted. */
const typed: ReadonlySet<QueryName> = new Set<QueryName>(['search']);

/** What is done with each question. */
export interface QueryWork {
  /** Answers one; long work asks `wanted` now and then, and gives up where it says no. Does not throw. */
  readonly answer: (question: Question, wanted: () => Promise<boolean>) => Promise<Answer<unknown>>;
  readonly tell: (question: Question, answer: Answer<unknown>) => void;
  /** Called after each answer, for work that nobody waits for; ends where `disturbed` says that somebody does. Does not throw. */
  readonly afterwards: (disturbed: () => boolean) => Promise<void>;
}

/** Questions that are answered one after the other, in the order they came. */
export interface QueryTurns {
  readonly take: (question: Question) => void;
  /** Resolves when what runs has ended; what waits is refused as `search.superseded`. */
  readonly end: () => Promise<void>;
}

/** Nothing of it runs within `take`: what came in the same moment is known before the first is answered. */
export function queryTurns({ answer, tell, afterwards }: QueryWork): QueryTurns {
  const newest = new Map<QueryName, number>();
  let ending = false;
  let waiting = 0;
  let running: Promise<void> = Promise.resolve();
  const run = async (question: Question): Promise<void> => {
    const { id, name } = question;
    const wanted = async (): Promise<boolean> => {
      // Messages of this worker arrive between two turns only.
      await turn();
      return !ending && (!typed.has(name) || id === newest.get(name));
    };
    const answered = (await wanted()) ? await answer(question, wanted) : failure('refused', 'search.superseded');
    waiting -= 1;
    tell(question, answered);
    await afterwards(() => waiting > 0 || ending);
  };
  return {
    take: (question) => {
      newest.set(question.name, question.id);
      waiting += 1;
      running = running.then(() => run(question));
    },
    end: () => {
      ending = true;
      return running;
    },
  };
}
