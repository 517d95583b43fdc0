/**
 * Whether somebody is before the screen, as far as touches and keys tell. `asked`: they are asked whether they are still
 * there. `away`: nobody said so, the screen rests. `back`: just now somebody said so.
 */
export type Presence = 'here' | 'asked' | 'away' | 'back';

export interface PresenceWatch {
  readonly get: () => Presence;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether there is anything to leave: nobody leaves a screen that rests, and who listens is there with eyes closed. */
  readonly watch: (watched: boolean) => void;
  /** A touch or a key. Once they were asked, only `wake` brings the screen back: the touch would land on what lies below. */
  readonly touched: () => void;
  /** Somebody says that they are there. */
  readonly wake: () => void;
}

/** Without a touch or a key for this long, ms, they are asked; and the screen rests this long after that. */
export const ASK_AFTER_MS = 3 * 60_000;
export const REST_AFTER_MS = 60_000;
/** A second tap of the same finger was meant for the screen before, ms. */
export const SETTLE_MS = 400;

/**
 * @param after calls once after `ms`; the returned function takes that back
 * @see PresenceWatch
 */
export function createPresence(after: (ms: number, call: () => void) => () => void): PresenceWatch {
  let presence: Presence = 'here';
  let watched = false;
  let cancel: () => void = () => undefined;
  const listeners = new Set<() => void>();

  const become = (next: Presence): void => {
    if (next === presence) return;
    presence = next;
    for (const listener of listeners) listener();
  };
  const here = (): void => {
    cancel();
    become('here');
    if (watched) cancel = after(ASK_AFTER_MS, ask);
  };
  function ask(): void {
    become('asked');
    cancel = after(REST_AFTER_MS, () => become('away'));
  }

  return {
    get: () => presence,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (next) => {
      if (next === watched) return;
      watched = next;
      here();
    },
    touched: () => {
      if (presence === 'here') here();
    },
    wake: () => {
      if (presence !== 'asked' && presence !== 'away') return;
      cancel();
      become('back');
      cancel = after(SETTLE_MS, here);
    },
  };
}
