import { join } from 'node:path';

/** The workers by their sources, and what the build calls them. */
export const workers: Readonly<Record<string, string>> = {
  'electron/record/worker.ts': 'record-worker',
  'electron/record/jobs/job-worker.ts': 'record-jobs',
  'electron/record/search/query-worker.ts': 'record-queries',
  'electron/music/import/import-worker.ts': 'music-import',
  'electron/report/lock/lock-worker.ts': 'pdf-lock',
};

/** Where they are bundled to for the tests. */
export const workersFolder = join(import.meta.dirname, '../../out/test/workers');
