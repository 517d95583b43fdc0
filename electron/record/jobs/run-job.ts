import { Worker } from 'node:worker_threads';
import { failure, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import type { JobMessage, JobName, JobProgress, Jobs, JobStart } from './job-types.ts';

/** Built, the worker lies beside main's bundle; from the sources (tests, tools) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './job-worker.ts' : './record-jobs.js';

/** What the asker of a job hears and may do. */
export interface JobHooks {
  readonly progress?: (progress: JobProgress) => void;
  /** Ends the job between two of its steps; it answers `job.stopped`. */
  readonly signal?: AbortSignal;
}

/** Does one job in a worker of its own and ends it. `record.lost` where the thread died before it answered. */
export function runJob<N extends JobName>(
  options: OpenOptions,
  name: N,
  args: Jobs[N]['args'],
  hooks: JobHooks = {},
): Promise<Answer<Jobs[N]['data']>> {
  const start: JobStart = { name, args, options };
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: start,
    execArgv: [],
    name: `record-${name}`,
  });
  const stop = (): void => worker.postMessage('stop');
  if (hooks.signal?.aborted === true) stop();
  hooks.signal?.addEventListener('abort', stop);
  return new Promise((resolve) => {
    let answer: Answer<unknown> = failure('broken', 'record.lost');
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') hooks.progress?.(message.progress);
      else answer = message.answer;
    });
    // An error is followed by the exit; what it says may quote data and goes nowhere.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      hooks.signal?.removeEventListener('abort', stop);
      // The worker is the same build: its answer to a job has that job's type.
      resolve(answer as Answer<Jobs[N]['data']>);
    });
  });
}
