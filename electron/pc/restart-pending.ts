import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** What is asked of the system; other answers in tests. */
export interface SystemAsked {
  readonly platform: NodeJS.Platform;
  readonly exists: (file: string) => Promise<boolean>;
  /** Whether the registry has this key; null where it cannot be asked. */
  readonly hasKey: (key: string) => Promise<boolean | null>;
}

/** Written by Debian's and Ubuntu's packages that want a restart, and gone after it. */
const WANTED = '/run/reboot-required';
/** Where one of these is installed, it writes that file: only then does its absence say anything. */
const WRITERS = ['/usr/share/update-notifier/notify-reboot-required', '/etc/kernel/postinst.d/unattended-upgrades'];

/** Kept by Windows itself: its component store, and Windows Update. */
const KEYS = [
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired`,
];

/** Whether the system waits for a restart; null where it keeps no sign that could be read. Never throws. */
export async function restartPending({ platform, exists, hasKey }: SystemAsked): Promise<boolean | null> {
  if (platform === 'linux') {
    if (await exists(WANTED)) return true;
    const writers = await Promise.all(WRITERS.map(exists));
    return writers.includes(true) ? false : null;
  }
  if (platform !== 'win32') return null;
  const found = await Promise.all(KEYS.map(hasKey));
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}

/** A registry that does not answer is left, ms. */
const REG_LIMIT_MS = 3_000;
/** `reg query` of a key that is not there. */
const NOT_THERE = 1;

/** This computer. */
export const thisSystem: SystemAsked = {
  platform: process.platform,
  exists: (file) =>
    access(file).then(
      () => true,
      () => false,
    ),
  hasKey: (key) =>
    new Promise((resolve) => {
      const reg = path.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe');
      execFile(reg, ['query', key, '/reg:64'], { timeout: REG_LIMIT_MS, windowsHide: true }, (problem) =>
        resolve(problem === null ? true : problem.code === NOT_THERE ? false : null),
      );
    }),
};
