import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import type { PushData, PushName } from '../shared/ipc/contract.ts';
import type { JobHooks } from './record/jobs/run-job.ts';

/** What long work is given to tell how far it is and to hear that it is no longer wanted. */
type Hooks = Required<Pick<JobHooks, 'progress' | 'signal'>>;
type Push = <N extends PushName>(to: 'room', name: N, data: PushData<N>) => void;
/** What a piece of long work leaves to be shown: figures and codes, no patient's data. */
export type JobResult = Readonly<Record<string, string | number>>;

/** Long work that a window asked for: answered at once, then told of by pushes, one piece at a time. */
export interface JobBoard {
  /** Begins; `job.busy` where something else is under way. */
  readonly start: (job: string, work: (hooks: Hooks) => Promise<Answer<JobResult>>) => Answer<Record<string, never>>;
  /** Ends what is under way, if it is this; it then answers `job.stopped` by itself. */
  readonly stop: (job: string) => void;
  /** What is under way, or null. */
  readonly running: () => string | null;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
}

export function createJobBoard(push: Push): JobBoard {
  let current: { readonly job: string; readonly ending: AbortController; readonly done: Promise<void> } | null = null;
  return {
    start: (job, work) => {
      if (current !== null) return failure('refused', 'job.busy');
      const ending = new AbortController();
      const progress: JobHooks['progress'] = (now) => push('room', 'jobProgress', { job, ...now });
      const done = work({ progress, signal: ending.signal })
        .catch(() => failure('broken', 'ipc.broken'))
        .then((answer) => {
          current = null;
          push('room', 'jobEnded', {
            job,
            failure: answer.ok ? null : answer,
            result: answer.ok ? { ...answer.data } : {},
          });
        });
      current = { job, ending, done };
      return success({});
    },
    stop: (job) => {
      if (current?.job === job) current.ending.abort();
    },
    running: () => current?.job ?? null,
    settled: async () => current?.done,
  };
}
