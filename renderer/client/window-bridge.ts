import type { WindowBridge } from '../../shared/ipc/channels.ts';

declare global {
  interface Window {
    /** What the preload gives this window. */
    readonly stillroom?: WindowBridge;
  }
}

/** The bridge the preload made; throws where the page is not in a window of the app. */
export function windowBridge(): WindowBridge {
  if (window.stillroom === undefined) throw new Error('No bridge: this page only works inside the app');
  return window.stillroom;
}
