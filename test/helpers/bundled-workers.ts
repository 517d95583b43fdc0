import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import type * as Threads from 'node:worker_threads';
import { workers, workersFolder } from './worker-places.ts';

/** Where a worker that code asks for by its source lies bundled; anything else stays what it is. */
function bundled(asked: string | URL): string | URL {
  const name = Object.entries(workers).find(([source]) => String(asked).endsWith(`/${source}`))?.[1];
  return name === undefined ? asked : pathToFileURL(join(workersFolder, 'main', `${name}.js`));
}

// The same sources, bundled when the run began.
vi.mock('node:worker_threads', async (original) => {
  const actual = await original<typeof Threads>();
  class Worker extends actual.Worker {
    constructor(asked: string | URL, options?: Threads.WorkerOptions) {
      super(bundled(asked), options);
    }
  }
  return { ...actual, Worker };
});
