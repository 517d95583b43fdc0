/** One group of disk faults in a process of its own: `node scenario.js NAME FOLDER SEED [CONTROL]`; its last line is its row as JSON. */
import { diskErrors } from './errors.ts';
import { fullDisk } from './full.ts';
import { readOnlyDisk } from './read-only.ts';

const [name, folder = '', seed = '0', control = ''] = process.argv.slice(2);
const scenarios = {
  full: () => fullDisk(folder),
  errors: () => diskErrors(folder, control, Number(seed)),
  'read-only': () => readOnlyDisk(folder),
};
const scenario = scenarios[name as keyof typeof scenarios];
const row = await scenario();
// A case that failed may have left a record open, whose worker would keep this process.
process.stdout.write(`${JSON.stringify(row)}\n`, () => process.exit(0));
