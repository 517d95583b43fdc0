import { screen, type BrowserWindow } from 'electron';
import type { IpcServer } from '../ipc/server.ts';
import type { PatientScreen } from '../intake/intake.ts';
import { reviveOnCrash } from './revive.ts';
import { openPatientWindow } from './windows.ts';

/** The patient window: on a second display where there is one. Closed by hand it opens again; only main takes it away. */
export function createPatientScreen(ipc: IpcServer, preload: string): PatientScreen {
  let window: BrowserWindow | null = null;

  const second = () => {
    const primary = screen.getPrimaryDisplay();
    return screen.getAllDisplays().find(({ id }) => id !== primary.id) ?? null;
  };

  const open = (): void => {
    const opened = openPatientWindow(ipc, preload, second()?.bounds ?? null);
    window = opened;
    reviveOnCrash(opened, () => undefined);
    opened.on('closed', () => {
      if (window === opened) open();
    });
  };

  return {
    show: () => (window === null ? open() : undefined),
    hide: () => {
      const closing = window;
      window = null;
      closing?.destroy();
    },
    covers: () => second() === null,
  };
}
