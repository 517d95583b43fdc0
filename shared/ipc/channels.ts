/** A message between main and a window is one JSON string of at most this many UTF-16 units. */
export const MAX_MESSAGE = 256 * 1024;
/** Window to main, answered. */
export const REQUEST_CHANNEL = 'stillroom:request';
/** Main to windows, in order. */
export const PUSH_CHANNEL = 'stillroom:push';

/** The one function pair that the preload gives a window as `window.stillroom`. Strings are JSON; both sides parse. */
export interface WindowBridge {
  readonly request: (message: string) => Promise<string>;
  /** Returns the function that ends the subscription. */
  readonly onPush: (listener: (message: string) => void) => () => void;
}
