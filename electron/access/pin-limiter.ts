/** Wrong PINs within `WITHIN_MS` after which the next try has to wait. */
const TRIES = 5;
const WITHIN_MS = 5 * 60_000;
/** The first wait; each further one is twice as long, up to the longest. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 8 * 60_000;
/** After this long without a wrong PIN all is forgotten. */
const FORGET_MS = 60 * 60_000;

/** What is remembered of one person's wrong PINs; times are monotonic ms. */
interface Tries {
  readonly wrongAt: readonly number[];
  readonly waits: number;
  readonly until: number;
}

/** Slows down guessing. Only PINs wait for it: clock, music, lights, entries and the emergency never ask for one. */
export interface PinLimiter {
  /** How long this person's next try has to wait, ms; 0 for not at all. */
  readonly waitMs: (staffId: string, nowMs: number) => number;
  readonly wrong: (staffId: string, nowMs: number) => void;
  readonly right: (staffId: string) => void;
}

/** A limiter that knows of nobody yet. Times passed in are monotonic, so that setting the clock helps nobody. */
export function createPinLimiter(): PinLimiter {
  const known = new Map<string, Tries>();
  return {
    waitMs: (staffId, nowMs) => Math.max(0, (known.get(staffId)?.until ?? nowMs) - nowMs),
    wrong: (staffId, nowMs) => known.set(staffId, afterWrong(known.get(staffId), nowMs)),
    right: (staffId) => known.delete(staffId),
  };
}

function afterWrong(tries: Tries | undefined, nowMs: number): Tries {
  const last = tries?.wrongAt.at(-1);
  const before = tries === undefined || last === undefined || nowMs - last >= FORGET_MS ? fresh : tries;
  const wrongAt = [...before.wrongAt.slice(1 - TRIES), nowMs];
  // Once made to wait, every further wrong PIN waits again.
  const first = wrongAt[0] ?? nowMs;
  const waits = before.waits > 0 || (wrongAt.length === TRIES && nowMs - first < WITHIN_MS);
  if (!waits) return { ...before, wrongAt };
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** before.waits);
  return { wrongAt, waits: before.waits + 1, until: nowMs + waitMs };
}

const fresh: Tries = { wrongAt: [], waits: 0, until: 0 };
