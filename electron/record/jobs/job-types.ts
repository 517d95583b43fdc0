import type { Author } from '../../../shared/session/event.ts';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { BackupReason } from '../../../shared/ipc/backups.ts';
import type { Preview } from '../backup/compare.ts';
import type { BackupManifest } from '../backup/manifest.ts';
import type { Pace } from '../backup/paced-copy.ts';
import type { LastSent } from '../backup/sent.ts';
import type { ArchivePreview, ArchiveSelection } from '../../../shared/people/archive.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import type { OpenWith, SealFor } from '../archive/sealed-lines.ts';
import type { ImportBatch, ImportWritten } from '../archive/write-import.ts';
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
  /** The copies in a folder whose keys are not known yet: what they say of themselves. */
  backupLook: {
    args: { readonly folder: string };
    data: { readonly copies: BackupManifest[]; readonly sent: null };
  };
  /** Tries a folder, and with `choose` marks it as the one that copies go to. */
  backupFolder: {
    args: { readonly folder: string; readonly choose: boolean };
    data: { readonly freeBytes: number; readonly tookMs: number };
  };
  exportArchive: { args: ExportArgs; data: ExportDone };
  /** Reads a whole archive, and says what an import of it would do. Changes nothing. */
  previewArchive: { args: ArchiveSource; data: ArchivePreview };
  importArchive: { args: ImportArgs; data: ImportDone };
  /** Brings a copy beside the record, checks it, and tells what a restore would change. */
  restoreStage: { args: { readonly folder: string; readonly stem: string }; data: Preview };
  /** With the record closed: puts the staged copy in its place. `aside` is what the record that goes is called then. */
  restoreSwap: {
    args: { readonly by: string; readonly wallMs: number; readonly author: Author; readonly now: ClockReading };
    data: { readonly aside: string | null };
  };
  /** Finishes exchanges of record files that something ended midway. */
  restoreFinish: { args: { readonly files: readonly string[] }; data: { readonly finished: boolean } };
  /** Makes a copy of the closed record under another data key at `making` and proves it equal. */
  reencrypt: { args: { readonly dataKey: Uint8Array; readonly making: string }; data: { readonly rows: number } };
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
export interface ExportArgs {
  readonly file: string;
  readonly to: SealFor;
  readonly archiveId: string;
  readonly selection: ArchiveSelection;
  /** Ids of sessions that are not over. */
  readonly leaveOut: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
}
export interface ExportDone {
  readonly bytes: number;
  readonly events: number;
  readonly sessions: number;
  readonly patients: number;
}
export interface ArchiveSource {
  readonly file: string;
  readonly using: OpenWith;
  /** Ids of sessions that are not over here: nothing is added to them. */
  readonly untouched: readonly string[];
}
export interface ImportArgs extends ArchiveSource {
  /** Of the archive that was looked at before: another file in its place is not taken in. */
  readonly archiveId: string;
  readonly now: ClockReading;
}
export interface ImportDone {
  readonly events: number;
  readonly sessions: number;
  readonly patients: number;
  readonly conflicts: number;
  readonly erasedHere: number;
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
  /** Has the record's own worker write a part of an import, between what else it is asked. One at a time. */
  readonly writeImport: (batch: ImportBatch) => Promise<Answer<ImportWritten>>;
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
  | { readonly kind: 'writeImport'; readonly batch: ImportBatch }
  | { readonly kind: 'answer'; readonly answer: Answer<unknown> };

/** Main to worker: to end between two steps, or the answer to `writeImport`. */
export type JobOrder = 'stop' | Answer<ImportWritten>;
