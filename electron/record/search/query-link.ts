import { Worker } from 'node:worker_threads';
import { failure, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import type { Queries, QueryAnswer, QueryMessage, QueryName } from './query-messages.ts';

/** Built, the worker lies beside main's bundle; from the sources (tests, tools) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './query-worker.ts' : './record-queries.js';

/** Main's side of the worker that only reads. */
export interface QueryLink {
  readonly ask: <N extends QueryName>(name: N, args: Queries[N]['args']) => Promise<Answer<Queries[N]['data']>>;
  /** Ends the worker and waits for it. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, (answer: Answer<unknown>) => void>;
  readonly ended: Promise<void>;
}

/** The worker is started by the first search, and again by the next one where it died: it only reads. */
export function queryLink(options: () => OpenOptions): QueryLink {
  let running: Running | null = null;
  let nextId = 1;
  const start = (): Running => {
    const fresh = startWorker(options(), () => (running = running === fresh ? null : running));
    return fresh;
  };
  return {
    ask: async <N extends QueryName>(name: N, args: Queries[N]['args']) => {
      running ??= start();
      const { worker, waiting } = running;
      const id = nextId;
      nextId += 1;
      const answer = await new Promise<Answer<unknown>>((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ id, name, args } as QueryMessage);
      });
      // The worker is the same build: its answers to a question have that question's type.
      return answer as Answer<Queries[N]['data']>;
    },
    close: async () => {
      running?.worker.postMessage(null satisfies QueryMessage);
      await running?.ended;
    },
  };
}

function startWorker(options: OpenOptions, gone: () => void): Running {
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: options,
    execArgv: [],
    name: `queries-${options.kind}`,
  });
  const waiting: Running['waiting'] = new Map();
  const all = (answer: Answer<null>): void => {
    for (const resolve of waiting.values()) resolve(answer);
    waiting.clear();
  };
  worker.on('message', ({ id, answer }: QueryAnswer) => {
    if (id === 0 && !answer.ok) all(answer);
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  // An error is followed by the exit; what it says may quote data and goes nowhere.
  worker.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      all(failure('broken', 'record.lost'));
      gone();
      resolve();
    });
  });
  return { worker, waiting, ended };
}
