import type { Answer } from '../../../shared/ipc/answer.ts';
import type { CheckReport, OpenOptions } from '../client-types.ts';

/** Long work on a record, done in a worker of its own beside the one that writes: what it is given, what it gives. */
export interface Jobs {
  /** `elsewhere`: further files of anchors to hold the record against. */
  verify: { args: { readonly elsewhere: readonly string[] }; data: CheckReport };
}
export type JobName = keyof Jobs;

/** How far a job is. `total` is 0 where it is not known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

/** What a job may use of its worker. */
export interface JobContext {
  readonly options: OpenOptions;
  /** Tells how far the job is; may be called as often as one likes. */
  readonly progress: (progress: JobProgress) => void;
  /** Aborts when main no longer wants the job. Looked at between two steps. */
  readonly signal: AbortSignal;
}

/** One job. Throws what disk and database throw; the worker turns that into an answer. */
export type Job<N extends JobName> = (context: JobContext, args: Jobs[N]['args']) => Promise<Answer<Jobs[N]['data']>>;

/** Given to the worker when it starts. */
export interface JobStart {
  readonly name: JobName;
  readonly args: unknown;
  readonly options: OpenOptions;
}

/** Worker to main. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'answer'; readonly answer: Answer<unknown> };
