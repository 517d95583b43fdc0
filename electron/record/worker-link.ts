import { Worker } from 'node:worker_threads';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { OpenOptions } from './client-types.ts';
import type { AnswerMessage, CallMessage } from './messages.ts';

/** One running worker, as main holds it. */
export interface WorkerLink {
  readonly send: (message: CallMessage) => void;
  /** Resolves when the thread is gone, whatever ended it. */
  readonly ended: Promise<void>;
}

/** Built, the worker lies beside main's bundle; from the sources (tests, tools) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './record-worker.js';

/** Starts a worker; `heard` gets every answer, the outcome of opening first (id 0). */
export function startWorker(options: OpenOptions, heard: (message: AnswerMessage) => void): WorkerLink {
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: options,
    execArgv: [],
    name: `record-${options.kind}`,
  });
  worker.on('message', heard);
  const ended = new Promise<void>((resolve) => {
    // An error is followed by the exit; what it says may quote data and goes nowhere.
    worker.on('error', () => undefined);
    worker.on('exit', () => resolve());
  });
  return { send: (message) => worker.postMessage(message), ended };
}

/** What a call that nobody answered comes to. */
export type Waiting = { readonly writing: boolean; readonly resolve: (answer: Answer<unknown>) => void };
