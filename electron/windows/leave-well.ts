import { app, type BrowserWindow } from 'electron';
import type { Front } from '../front.ts';
import { anyStuck } from '../record/jobs/run-job.ts';

/** Closing the room's window during a session asks nothing and loses nothing: it opens again, the session goes on. */
export function leaveWell(
  front: Front,
  windows: { room: BrowserWindow | null; player: BrowserWindow | null },
  openRoom: () => void,
  leaveLamps: () => Promise<void>,
): void {
  app.on('second-instance', () => {
    windows.room?.show();
    windows.room?.focus();
  });
  let quitting = false;
  const watch = (): void => {
    windows.room?.on('closed', () => {
      if (quitting || front.desk?.room.live == null) return app.quit();
      openRoom();
      watch();
    });
  };
  watch();
  app.on('before-quit', (event) => {
    if (quitting) return;
    event.preventDefault();
    quitting = true;
    void leaveLamps()
      .then(() => front.desk?.close())
      .finally(() => app.quit());
  });
  app.on('window-all-closed', () => app.quit());
  // A thread that waits for a share which never answers cannot be ended, and would keep the process for ever. All is closed.
  app.on('quit', () => anyStuck() && process.kill(process.pid, 'SIGKILL'));
}
