import { Worker } from 'node:worker_threads';
import { failure, type Answer } from '../../../shared/ipc/answer.ts';
import type { OpenOptions } from '../client-types.ts';
import type { JobContext, JobMessage, JobName, JobOrder, JobProgress, Jobs, JobStart } from './job-types.ts';

/** Built, the worker lies beside main's bundle; from the sources (tests, tools) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './job-worker.ts' : './record-jobs.js';

/** What the asker of a job hears and may do. */
export interface JobHooks {
  readonly progress?: (progress: JobProgress) => void;
  /** Ends the job between two of its steps; it answers `job.stopped`. */
  readonly signal?: AbortSignal;
  /** Gives up on a job that told nothing for so long, ms: it answers `job.stuck`. */
  readonly stallMs?: number;
}

/** For jobs that look at files without opening a record. */
export const noRecord: OpenOptions = {
  file: '',
  dataKey: new Uint8Array(32),
  chainKey: new Uint8Array(32),
  pc: '',
  kind: 'clinic',
  mayCreate: false,
};

/** Threads that were given up on and have not ended: they wait for a disk or share that does not answer. */
let stuck = 0;

/** Whether a thread is left that nothing can end; the process then cannot end by itself either. */
export function anyStuck(): boolean {
  return stuck > 0;
}

/** Does one job in a worker of its own and ends it; only an open record can write for it. `record.lost` where the thread died before it answered. */
export function runJob<N extends JobName>(
  options: OpenOptions,
  name: N,
  args: Jobs[N]['args'],
  hooks: JobHooks = {},
  writeImport: JobContext['writeImport'] = async () => failure('broken', 'record.closed'),
): Promise<Answer<Jobs[N]['data']>> {
  const start: JobStart = { name, args, options };
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: start,
    execArgv: [],
    name: `record-${name}`,
  });
  const order = (message: JobOrder): void => worker.postMessage(message);
  const stop = (): void => order('stop');
  if (hooks.signal?.aborted === true) stop();
  hooks.signal?.addEventListener('abort', stop);
  return new Promise((resolve) => {
    let answer: Answer<unknown> = failure('broken', 'record.lost');
    let givenUp = false;
    const { stallMs } = hooks;
    const giveUp = (): void => {
      givenUp = true;
      stuck += 1;
      worker.unref();
      void worker.terminate();
      resolve(failure('unavailable', 'job.stuck'));
    };
    const stalled = stallMs === undefined ? null : setTimeout(giveUp, stallMs);
    worker.on('message', (message: JobMessage) => {
      stalled?.refresh();
      if (message.kind === 'progress') hooks.progress?.(message.progress);
      else if (message.kind === 'writeImport') void writeImport(message.batch).then(order);
      else answer = message.answer;
    });
    // An error is followed by the exit; what it says may quote data and goes nowhere.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (givenUp) stuck -= 1;
      if (stalled !== null) clearTimeout(stalled);
      hooks.signal?.removeEventListener('abort', stop);
      // The worker is the same build: its answer to a job has that job's type.
      resolve(answer as Answer<Jobs[N]['data']>);
    });
  });
}
