import { asTheRunnerSeesIt, transactionInWorker } from './record-append.ts';
import { archiveRows } from './record-archive.ts';
import { replaySession } from './record-replay.ts';
import type { Bench } from './result.ts';

/** The record: appending, replaying, and an archive of years. */
export const recordBench: Bench = {
  name: 'record',
  run: async ({ sessions }) => {
    const [transaction, size] = await transactionInWorker();
    return [transaction, await asTheRunnerSeesIt(size), await replaySession(), ...(await archiveRows(sessions))];
  },
};
