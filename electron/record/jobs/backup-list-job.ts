import { success } from '../../../shared/ipc/answer.ts';
import { isSigned } from '../backup/manifest.ts';
import { lastSent } from '../backup/sent.ts';
import { copiesIn } from '../backup/shelf.ts';
import type { Job } from './job-types.ts';

/** The copies of a record in a folder, newest first. One that this record's chain key did not sign is left out. */
export const backupListJob: Job<'backupList'> = async ({ options }, { folder }) =>
  success({
    copies: copiesIn(folder).filter((copy) => copy.kind === options.kind && isSigned(copy, options.chainKey)),
    sent: lastSent(folder),
  });

/** The clinic's copies in a folder of another PC, as they say of themselves: nobody has vouched for them yet. */
export const backupLookJob: Job<'backupLook'> = async (_context, { folder }) =>
  success({ copies: copiesIn(folder).filter(({ kind }) => kind === 'clinic'), sent: null });
