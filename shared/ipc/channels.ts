/** A message between main and a window is one JSON string of at most this many UTF-16 units. */
export const MAX_MESSAGE = 256 * 1024;
/** Window to main, answered. */
export const REQUEST_CHANNEL = 'stillroom:request';
/** Paths of files that were dropped on a window, from its preload alone: no page can say one. */
export const DROP_CHANNEL = 'stillroom:drop';
/** Main to windows, in order. */
export const PUSH_CHANNEL = 'stillroom:push';

/** What the preload gives a window as `window.stillroom`. Strings are JSON; both sides parse. */
export interface WindowBridge {
  readonly request: (message: string) => Promise<string>;
  /**
   * Tells main where these files lie, which the page itself never learns: real `File`s that somebody dropped. Main keeps
   * them for the request that is to use them.
   * @returns how many main took
   */
  readonly drop: (files: readonly unknown[]) => Promise<number>;
  /** Returns the function that ends the subscription. */
  readonly onPush: (listener: (message: string) => void) => () => void;
}
