import { readFileSync } from 'node:fs';

/** A process and when it started, so that a number used again is not taken for the same one. */
export interface KnownProcess {
  readonly pid: number;
  readonly started: string;
}

/** Whether a process of this id runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started; '' where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}

/** A running process, to be known again. */
export const knownProcess = (pid: number): KnownProcess => ({ pid, started: startOf(pid) });

/** Whether the process that was known still runs. */
export const isSameProcess = ({ pid, started }: KnownProcess): boolean => isRunning(pid) && startOf(pid) === started;
