import { sameChoice, type Choice } from '../../shared/intake/choice.ts';
import type { Answer } from '../../shared/ipc/answer.ts';

export interface Keeper {
  /** What main has already. */
  readonly begin: (choice: Choice) => void;
  /** Keeps a choice, after those before it; one that is kept already is not sent. */
  readonly keep: (choice: Choice) => void;
  /** Resolves when nothing is under way: whether all is kept. */
  readonly settled: () => Promise<boolean>;
  readonly forget: () => void;
}

export interface KeeperDeps {
  readonly keep: (choice: Choice) => Promise<Answer<unknown>>;
  readonly after: (ms: number, call: () => void) => () => void;
  /** Hears whether something could not be kept. */
  readonly changed: (unsaved: boolean) => void;
}

/** What main could not keep is tried again after this long, ms. */
const AGAIN_MS = 3_000;

/** Brings answers to main one at a time, the newest for all that waited, until each is kept. */
export function createKeeper({ keep, after, changed }: KeeperDeps): Keeper {
  let kept: Choice | null = null;
  let wanted: Choice | null = null;
  let running: Promise<boolean> | null = null;
  let stopTimer: () => void = () => undefined;

  const isKept = (): boolean => wanted === null || (kept !== null && sameChoice(kept, wanted));

  /** Until all is kept (true) or something is not (false). What comes in the last moment is either seen here or begins anew. */
  const run = async (): Promise<boolean> => {
    await Promise.resolve();
    let well = true;
    while (well && wanted !== null && !isKept()) {
      const sent: Choice = wanted;
      const answer = await keep(sent);
      well = answer.ok;
      if (well && wanted !== null) kept = sent;
    }
    running = null;
    const unsaved = !well && wanted !== null;
    if (unsaved) stopTimer = after(AGAIN_MS, start);
    changed(unsaved);
    return !unsaved;
  };

  function start(): void {
    stopTimer();
    running ??= run();
  }

  return {
    begin: (choice) => {
      kept = choice;
    },
    keep: (choice) => {
      wanted = choice;
      start();
    },
    settled: async () => (running === null ? true : running),
    forget: () => {
      stopTimer();
      kept = null;
      wanted = null;
    },
  };
}
