import type { Answer } from '../../../shared/ipc/answer.ts';
import type { BackupManifest, BackupReason } from '../backup/manifest.ts';
import type { Pace } from '../backup/paced-copy.ts';
import type { LastSent } from '../backup/sent.ts';
import type { CheckReport, OpenOptions } from '../client-types.ts';

/** Long work on a record, done in a worker of its own beside the one that writes: what it is given, what it gives. */
export interface Jobs {
  /** `elsewhere`: further files of anchors to hold the record against. */
  verify: { args: { readonly elsewhere: readonly string[] }; data: CheckReport };
  /** With checkpoints held: copies the ciphertext into a folder; not checked yet. */
  backupCopy: { args: { readonly folder: string; readonly stem: string; readonly pace: Pace }; data: null };
  /** Checks what `backupCopy` left and makes it count. */
  backupCheck: { args: BackupCheckArgs; data: BackupManifest };
  /** Brings the newest copy to a folder that was chosen; null where there is none yet. */
  backupSend: {
    args: { readonly from: string; readonly to: string; readonly pace: Pace; readonly now: number };
    data: BackupManifest | null;
  };
  /** The record's copies in a folder, newest first, and what was sent from there last. */
  backupList: {
    args: { readonly folder: string };
    data: { readonly copies: BackupManifest[]; readonly sent: LastSent | null };
  };
  /** Tries a folder, and with `choose` marks it as the one that copies go to. */
  backupFolder: {
    args: { readonly folder: string; readonly choose: boolean };
    data: { readonly freeBytes: number; readonly tookMs: number };
  };
}
export interface BackupCheckArgs {
  readonly folder: string;
  readonly stem: string;
  readonly createdAt: number;
  readonly reason: BackupReason;
  readonly appVersion: string;
  /** Copied along, so that another PC can open the copy by its recovery key. */
  readonly vaultFile: string;
  /** All of the chain, however long that takes; else a long one is checked at its tail. */
  readonly whole: boolean;
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
