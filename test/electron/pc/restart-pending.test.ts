import { describe, expect, it } from 'vitest';
import { restartPending, type SystemAsked } from '../../../electron/pc/restart-pending.ts';

const ask = (
  platform: NodeJS.Platform,
  there: readonly string[],
  key: (key: string) => boolean | null = () => null,
) => {
  const asked: SystemAsked = {
    platform,
    exists: async (file) => there.includes(file),
    hasKey: async (name) => key(name),
  };
  return restartPending(asked);
};

describe('whether the system waits for a restart', () => {
  it('is told on Debian by its file, and by the absence of it only where something would write it', async () => {
    expect(await ask('linux', ['/run/reboot-required'])).toBe(true);
    expect(await ask('linux', ['/usr/share/update-notifier/notify-reboot-required'])).toBe(false);
    expect(await ask('linux', [])).toBeNull();
  });

  it('is told on Windows by either of its keys; a registry that cannot be asked says nothing', async () => {
    expect(await ask('win32', [], () => false)).toBe(false);
    expect(await ask('win32', [], (key) => key.endsWith('RebootPending'))).toBe(true);
    expect(await ask('win32', [], (key) => (key.endsWith('RebootRequired') ? true : null))).toBe(true);
    expect(await ask('win32', [], (key) => (key.endsWith('RebootRequired') ? false : null))).toBeNull();
  });

  it('cannot be told elsewhere', async () => {
    expect(await ask('darwin', ['/run/reboot-required'])).toBeNull();
  });
});
