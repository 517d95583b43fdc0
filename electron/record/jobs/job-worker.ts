import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from '../../../shared/ipc/answer.ts';
import { failureOf } from '../failures.ts';
import { backupCheckJob } from './backup-check-job.ts';
import { backupCopyJob } from './backup-copy-job.ts';
import { backupFolderJob } from './backup-folder-job.ts';
import { backupListJob, backupLookJob } from './backup-list-job.ts';
import { backupSendJob } from './backup-send-job.ts';
import type { Job, JobContext, JobMessage, JobName, JobOrder, JobProgress, JobStart } from './job-types.ts';
import { exportArchiveJob } from './export-archive-job.ts';
import { importArchiveJob } from './import-archive-job.ts';
import { previewArchiveJob } from './preview-archive-job.ts';
import { restoreStageJob } from './restore-stage-job.ts';
import { restoreFinishJob, restoreSwapJob } from './restore-swap-job.ts';
import { reencryptJob } from './reencrypt-job.ts';
import { verifyJob } from './verify-job.ts';

/** Shortest time between two tellings of progress, ms: a bar that moves five times a second is smooth enough. */
const PROGRESS_MS = 200;

const jobs: { readonly [N in JobName]: Job<N> } = {
  verify: verifyJob,
  backupCopy: backupCopyJob,
  backupCheck: backupCheckJob,
  backupSend: backupSendJob,
  backupList: backupListJob,
  backupLook: backupLookJob,
  backupFolder: backupFolderJob,
  exportArchive: exportArchiveJob,
  previewArchive: previewArchiveJob,
  importArchive: importArchiveJob,
  restoreStage: restoreStageJob,
  restoreSwap: restoreSwapJob,
  restoreFinish: restoreFinishJob,
  reencrypt: reencryptJob,
};

const port = parentPort;
if (port === null) throw new Error('A job runs in a worker only');
const tell = (message: JobMessage): void => port.postMessage(message);

const stopping = new AbortController();
let written: (answer: Awaited<ReturnType<JobContext['writeImport']>>) => void = () => undefined;
port.on('message', (order: JobOrder) => (order === 'stop' ? stopping.abort() : written(order)));
const writeImport: JobContext['writeImport'] = (batch) =>
  new Promise((resolve) => {
    written = resolve;
    tell({ kind: 'writeImport', batch });
  });

// Given by main when it starts this worker, on the same machine and from the same build.
const { name, args, options } = workerData as JobStart;
let toldAt = 0;
const progress = (now: JobProgress): void => {
  const at = performance.now();
  if (at - toldAt < PROGRESS_MS) return;
  toldAt = at;
  tell({ kind: 'progress', progress: now });
};

tell({ kind: 'answer', answer: await run({ options, progress, signal: stopping.signal, writeImport }) });
port.close();

async function run(context: JobContext): Promise<Answer<unknown>> {
  try {
    return await (jobs[name] as (context: JobContext, args: unknown) => Promise<Answer<unknown>>)(context, args);
  } catch (error) {
    return failureOf(error, false);
  }
}
