import { Worker } from 'node:worker_threads';
import type { Order, OrderName, Orders } from './worker-messages.ts';

/** Built, the worker lies beside main's bundle; from the sources (tests) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './import-worker.ts' : './music-import.js';

/** The thread of one import. */
export interface ImportThread {
  /** One order after another; null where the thread died. */
  readonly ask: <N extends OrderName>(name: N, args: Orders[N]['args']) => Promise<Orders[N]['answer'] | null>;
  readonly end: () => Promise<void>;
}

export function startImportThread(): ImportThread {
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    ...{ execArgv: [], name: 'music-import' },
    // What one file leaves behind is little; by default a thread keeps tens of megabytes before it looks.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  let answered: (data: unknown) => void = () => undefined;
  let dead = false;
  worker.on('message', (data: unknown) => answered(data));
  // An error is followed by the exit.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    dead = true;
    answered(null);
  });
  return {
    ask: (name, args) =>
      new Promise((resolve) => {
        // The worker is of the same build: its answer to an order has that order's type.
        answered = (data) => resolve(data as Orders[typeof name]['answer'] | null);
        if (dead) resolve(null);
        else worker.postMessage({ name, args } as Order);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
