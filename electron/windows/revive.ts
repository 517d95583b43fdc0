import type { BrowserWindow } from 'electron';

/** The first crash is repaired at once; where one follows another, the next tries wait, ms. */
const WAITS_MS = [0, 1_000, 3_000, 10_000];
/** A page that lived this long, ms, has earned an instant repair again. */
const WELL_AGAIN_MS = 60_000;

/** How long to wait before the next reload, from the times (ms, any monotonic clock) of earlier crashes. Pure. */
export function waitBeforeReload(crashes: readonly number[], now: number): number {
  const recent = crashes.filter((at) => now - at < WELL_AGAIN_MS).length;
  return WAITS_MS[Math.min(recent, WAITS_MS.length - 1)] ?? 0;
}

/** Loads a window's page again whenever its process dies, without ever spinning. `onGone` hears of each death. */
export function reviveOnCrash(window: BrowserWindow, onGone: () => void): void {
  let crashes: readonly number[] = [];
  let waiting: NodeJS.Timeout | null = null;
  window.webContents.on('render-process-gone', () => {
    onGone();
    if (waiting !== null) return;
    const now = performance.now();
    const waitMs = waitBeforeReload(crashes, now);
    crashes = [...crashes.slice(-WAITS_MS.length), now];
    waiting = setTimeout(() => {
      waiting = null;
      if (!window.isDestroyed()) window.webContents.reload();
    }, waitMs);
  });
}
