import { mkdirSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCodes, giveUp, pathOf } from '../host.ts';

const patienceMs = 5000;
const lookEveryMs = 50;

/** Whether a process of this id runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that holds a Chromium profile on this computer, or null. Windows keeps no such link: there Chromium decides. */
function holder(profile: string): number | null {
  try {
    const link = readlinkSync(join(profile, 'SingletonLock'));
    const dash = link.lastIndexOf('-');
    const pid = Number(link.slice(dash + 1));
    return link.slice(0, dash) === hostname() && isRunning(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** The browser's folder inside userData, once the browser of a process that has just died has let go of it. */
export async function freeProfile(): Promise<string> {
  const profile = join(pathOf('userData'), 'Standin Browser');
  mkdirSync(profile, { recursive: true });
  const giveUpAt = performance.now() + patienceMs;
  while (holder(profile) !== null) {
    if (performance.now() > giveUpAt)
      giveUp(exitCodes.profileInUse, `Stillroom's browser profile is in use by another browser (process ${holder(profile)}): close it and start Stillroom again.`);
    await pause(lookEveryMs);
  }
  return profile;
}
