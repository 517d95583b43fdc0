import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCodes, giveUp, pathOf } from '../host.ts';
import { isRunning, isSameProcess, knownProcess, type KnownProcess } from '../processes.ts';

/** A browser that ends, ended from outside or by itself, takes two seconds at most, on a slow machine longer. */
const patienceMs = 10_000;
const lookEveryMs = 20;

interface Driven {
  readonly browser: KnownProcess;
  readonly main: KnownProcess;
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

const noteIn = (profile: string): string => join(profile, 'standin-driven-by.json');

/** Notes which process drives the browser on this profile. */
export function noteDriver(profile: string, browser: number): void {
  const driven: Driven = { browser: knownProcess(browser), main: knownProcess(process.pid) };
  writeFileSync(noteIn(profile), JSON.stringify(driven));
}

/** The browser that a main process which is gone has left behind: it is ending by itself, which takes two seconds. */
function leftBehind(profile: string): number | null {
  try {
    const { browser, main } = JSON.parse(readFileSync(noteIn(profile), 'utf8')) as Driven;
    return !isSameProcess(main) && isSameProcess(browser) && holder(profile) === browser.pid ? browser.pid : null;
  } catch {
    return null;
  }
}

/** A browser's folder inside userData, free to be used: what a killed main has left there is ended, anything else is waited for. */
export async function freeProfile(name: string): Promise<string> {
  const profile = join(pathOf('userData'), name);
  mkdirSync(profile, { recursive: true });
  const orphan = leftBehind(profile);
  if (orphan !== null) process.kill(orphan, 'SIGKILL');
  const giveUpAt = performance.now() + patienceMs;
  while (holder(profile) !== null) {
    if (performance.now() > giveUpAt)
      giveUp(
        exitCodes.profileInUse,
        `Stillroom's browser profile is in use by another browser (process ${holder(profile)}): close it and start Stillroom again.`,
      );
    await pause(lookEveryMs);
  }
  return profile;
}
