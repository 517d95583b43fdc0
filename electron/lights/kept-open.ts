import type { LinkHealth } from '../../shared/lights/lamps.ts';
import { LightError } from './limited.ts';
import type { Timers } from './port.ts';

/** One connection, from its opening to its end. It is never used again after that: nothing can be replayed from it. */
export interface Way {
  /** Resolves once, with the reason (`light.<code>`), when the connection is over; also after `close`. */
  readonly closed: Promise<string>;
  readonly close: () => Promise<void>;
}

export interface KeepParts<W extends Way> {
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  /** Opens a fresh connection, ready for use. Rejects with `LightError`; gives up on `signal`. */
  readonly open: (signal: AbortSignal) => Promise<W>;
  /** Told first, then the health. */
  readonly onOpen: (way: W) => void;
  readonly onHealth: (health: LinkHealth) => void;
}

/** A connection that comes back. */
export interface KeptOpen<W extends Way> {
  /** The connection that stands now. Throws `LightError` with the reason where none does: nothing is kept for later. */
  readonly way: () => W;
  /** The same, but tries at once instead of after the pause, and waits for it until `signal`. */
  readonly soon: (signal: AbortSignal) => Promise<W>;
  readonly health: () => LinkHealth;
  readonly close: () => Promise<void>;
}

/** Longest time for one opening, ms. */
const OPEN_LIMIT_MS = 8_000;
/** Pauses between tries, ms; the last one from there on. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;
/** A refused password is no passing trouble, and peers lock out who asks too often. */
const REFUSED_PAUSE_MS = 300_000;
/** A connection that stood for so long has earned a quick first try, ms. */
const STEADY_MS = 10_000;

/** Keeps one connection open for as long as it is wanted. Starts at once; never throws. */
export function keepOpen<W extends Way>({ timers, wall, open, onOpen, onHealth }: KeepParts<W>): KeptOpen<W> {
  let way: W | null = null;
  let health: LinkHealth = { kind: 'starting' };
  let failures = 0;
  let cancelPause: (() => void) | null = null;
  let opening: Promise<void> | null = null;
  const over = new AbortController();
  const waiting = new Set<() => void>();

  const tell = (next: LinkHealth): void => {
    health = next;
    for (const look of waiting) look();
    onHealth(next);
  };

  const lost = (code: string): void => {
    const since = health.kind === 'lost' ? health.since : wall();
    tell({ kind: 'lost', since, code });
    const pause = code === 'notAllowed' ? REFUSED_PAUSE_MS : PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
    failures += 1;
    cancelPause = timers.after(pause ?? REFUSED_PAUSE_MS, start);
  };

  const attempt = async (): Promise<void> => {
    const limit = new AbortController();
    const cancelLimit = timers.after(OPEN_LIMIT_MS, () => limit.abort());
    try {
      way = await open(AbortSignal.any([limit.signal, over.signal]));
    } catch (problem) {
      if (!over.signal.aborted) lost(problem instanceof LightError ? problem.code : 'unreachable');
      return;
    } finally {
      cancelLimit();
    }
    await stand(way);
  };

  const stand = async (opened: W): Promise<void> => {
    if (over.signal.aborted) return opened.close();
    const since = timers.now();
    onOpen(opened);
    tell({ kind: 'ok' });
    const code = await opened.closed;
    way = null;
    if (timers.now() - since >= STEADY_MS) failures = 0;
    if (!over.signal.aborted) lost(code);
  };

  const start = (): void => {
    cancelPause?.();
    cancelPause = null;
    if (over.signal.aborted) return;
    opening = attempt();
  };

  const isNotAllowed = (): boolean => health.kind === 'lost' && health.code === 'notAllowed';

  const standing = (): W => {
    if (way !== null) return way;
    throw new LightError(health.kind === 'lost' ? health.code : 'unreachable');
  };

  const soon = (signal: AbortSignal): Promise<W> => {
    if (cancelPause !== null && !isNotAllowed()) start();
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (way === null && !isNotAllowed() && !signal.aborted && !over.signal.aborted) return;
        waiting.delete(look);
        signal.removeEventListener('abort', look);
        if (way === null) reject(new LightError(isNotAllowed() ? 'notAllowed' : 'unreachable'));
        else resolve(way);
      };
      waiting.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  };

  start();
  return {
    way: standing,
    soon,
    health: () => health,
    close: async () => {
      over.abort();
      cancelPause?.();
      for (const look of waiting) look();
      await way?.close();
      await opening;
    },
  };
}
