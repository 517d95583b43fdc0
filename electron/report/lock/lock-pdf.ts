import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { LockOrder } from './lock-order.ts';

/** Built, the worker lies beside main's bundle; from the sources (tests) it is run as it is. */
const workerFile = import.meta.url.endsWith('.ts') ? './lock-worker.ts' : './pdf-lock.js';
/** Longer than this no document takes, ms. */
const PATIENCE_MS = 60_000;

/** A PDF that opens with this password only, in a worker of its own. Fails with `export.lockFailed`. */
export function lockPdf(bytes: Uint8Array, password: string): Promise<Answer<Uint8Array>> {
  const worker = new Worker(new URL(workerFile, import.meta.url), { execArgv: [], name: 'pdf-lock' });
  return new Promise<Answer<Uint8Array>>((resolve) => {
    const failed = (): void => resolve(failure('broken', 'export.lockFailed'));
    const patience = setTimeout(failed, PATIENCE_MS);
    worker.on('message', (locked: Uint8Array) => {
      clearTimeout(patience);
      resolve(success(locked));
    });
    // An error is followed by the exit.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      clearTimeout(patience);
      failed();
    });
    const order: LockOrder = { bytes, password, ownerPassword: randomBytes(24).toString('base64') };
    worker.postMessage(order);
  }).finally(() => void worker.terminate());
}
