import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * Leaves a process, and all that it starts from now on, what others leave of the processor. On Linux by its own class of
 * programs that only fill gaps: browsers give their windows the usual priority back. Elsewhere, or where that is not to be
 * had, by a lower priority.
 * @param {number} pid
 */
export function putBehind(pid) {
  const idle =
    process.platform === 'linux' && spawnSync('chrt', ['--idle', '--pid', '0', String(pid)], { stdio: 'ignore' });
  if (idle === false || idle.status !== 0) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
}
