import { setTimeout as wait } from 'node:timers/promises';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import type { RecordClient } from './record/client.ts';
import type { JobHooks } from './record/jobs/run-job.ts';

/** Between two looks at how far the lists are, ms. */
const LOOK_MS = 500;

/**
 * Drops the lists of a record and follows them being built anew. Ended early, they go on being built in the background:
 * only the watching stops.
 */
export async function rebuildLists(record: RecordClient, hooks: JobHooks): Promise<Answer<Record<string, never>>> {
  const begun = await record.rebuildLists();
  if (!begun.ok) return begun;
  for (;;) {
    const behind = await record.listsBehind();
    if (!behind.ok) return behind;
    const { left, total } = behind.data;
    if (left === 0) return success({});
    hooks.progress?.({ done: total - left, total });
    if (hooks.signal?.aborted === true) return failure('refused', 'job.stopped');
    await wait(LOOK_MS);
  }
}
