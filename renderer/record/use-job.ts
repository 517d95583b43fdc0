import { useCallback, useEffect, useState } from 'react';
import type { Answer, Failure } from '../../shared/ipc/answer.ts';
import type { PushData } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';

/** How a piece of long work stands as this window knows it. */
export type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: PushData<'jobEnded'>['result'] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface JobHandle {
  readonly state: JobState;
  /** Sends the request that begins it; its answer comes at once, its end as a push. */
  readonly begin: (ask: () => Promise<Answer<unknown>>) => Promise<Answer<unknown>>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Follows one kind of long work on the record, also where it was begun before this screen was opened. */
export function useJob(job: string): JobHandle {
  const client = useClient();
  const [state, setState] = useState<JobState>({ kind: 'idle' });
  useEffect(() => {
    const ends = [
      client.onPush('jobProgress', (push) => {
        if (push.job === job) setState({ kind: 'running', done: push.done, total: push.total });
      }),
      client.onPush('jobEnded', (push) => {
        if (push.job !== job) return;
        setState(
          push.failure === null ? { kind: 'done', result: push.result } : { kind: 'failed', failure: push.failure },
        );
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [client, job]);
  return {
    state,
    begin: useCallback(async (ask) => {
      setState({ kind: 'running', done: 0, total: 0 });
      const answer = await ask();
      if (!answer.ok) setState({ kind: 'failed', failure: answer });
      return answer;
    }, []),
    stop: useCallback(() => void client.request('jobs.stop', { job }), [client, job]),
    clear: useCallback(() => setState({ kind: 'idle' }), []),
  };
}
