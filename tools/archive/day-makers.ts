import { Worker } from 'node:worker_threads';
import type { Append } from '../../electron/record/client.ts';
import type { ArchiveOptions } from './day.ts';

/** Days that each worker may be ahead of the writer. */
const AHEAD = 6;

/** Days of an archive in their order, made by `workers` threads beside the one that writes. */
export async function* daysMade(
  options: ArchiveOptions,
  days: number,
  workers: number,
): AsyncGenerator<readonly Append[]> {
  const made = new Map<number, PromiseWithResolvers<string>>();
  const promised = (index: number): PromiseWithResolvers<string> => {
    const known = made.get(index) ?? Promise.withResolvers<string>();
    made.set(index, known);
    return known;
  };
  let failed: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_resolve, reject) => {
    failed = reject;
  });
  failure.catch(() => undefined);
  const threads = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL('day-worker.ts', import.meta.url), { workerData: options });
    worker.on('message', ({ index, appends }: { index: number; appends: string }) => promised(index).resolve(appends));
    worker.on('error', failed);
    return worker;
  });
  const ask = (index: number): void => {
    if (index < days) threads[index % threads.length]?.postMessage(index);
  };
  try {
    for (let index = 0; index < AHEAD * workers; index += 1) ask(index);
    for (let index = 0; index < days; index += 1) {
      const text = await Promise.race([promised(index).promise, failure]);
      made.delete(index);
      ask(index + AHEAD * workers);
      // Made by the same build a moment ago.
      yield JSON.parse(text) as readonly Append[];
    }
  } finally {
    for (const thread of threads) thread.postMessage('end');
  }
}
