import type { OpenOptions } from '../client-types.ts';
import { openConnection } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import { copyBefore } from './copy-before.ts';
import { stepTo2 } from './step-2.ts';
import { stepTo3 } from './step-3.ts';

/** Lead from one schema to the next: `steps[n - 1]` from n to n + 1. None is ever changed or taken away. */
const steps: readonly ((database: Sqlite) => void)[] = [stepTo2, stepTo3];

/** Moments of a step at which a test ends the program. */
export const upgradeMoments = ['begun', 'copying', 'copied', 'stepped', 'committed'] as const;
export type UpgradeMoment = (typeof upgradeMoments)[number];

/**
 * Brings a closed record file of an older schema up to this program's, one step at a time. Before each the file is copied; each
 * is one transaction with the new schema's number in it, so that a crash leaves the file as it was before the step or
 * after it, and the next start goes on. Throws what disk and database throw; the file is then as before the step.
 */
export function upgradeFile(
  options: Pick<OpenOptions, 'file' | 'dataKey' | 'kind'>,
  from: number,
  reached: (moment: UpgradeMoment) => void = () => undefined,
): void {
  for (const [index, step] of steps.entries()) {
    const schema = index + 1;
    if (schema < from) continue;
    takeIn(options);
    reached('begun');
    copyBefore(options, schema, () => reached('copying'));
    reached('copied');
    const database = openConnection(options.file, options.dataKey, 'write');
    try {
      database
        .transaction(() => {
          step(database);
          reached('stepped');
          database.pragma(`user_version = ${schema + 1}`);
        })
        .immediate();
      reached('committed');
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  }
}

/** Moves what a crash left in the log into the file, so that the file alone is the record. */
function takeIn({ file, dataKey }: Pick<OpenOptions, 'file' | 'dataKey'>): void {
  const database = openConnection(file, dataKey, 'write');
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
