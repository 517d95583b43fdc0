/** Upgrades a record file and is killed at a moment on the way. Arguments: file, data key (hex), moment. */
import { upgradeFile } from '../../../../electron/record/upgrade/upgrade.ts';

const [, , file = '', key = '', moment = ''] = process.argv;
upgradeFile({ file, dataKey: Buffer.from(key, 'hex'), kind: 'clinic' }, 1, (reached) => {
  if (reached === moment) process.kill(process.pid, 'SIGKILL');
});
