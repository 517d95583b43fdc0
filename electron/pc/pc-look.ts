import { pcChecks, wallSetBy, type PcSeen } from '../../shared/pc/pc-rules.ts';
import type { PcShown } from '../../shared/pc/pc-check.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import { lifeMs } from '../../shared/session/life.ts';
import type { Session } from '../../shared/session/state.ts';
import { DISAGREE_MS, elapsedBetween, type ClockReading } from '../../shared/time/clock.ts';
import type { SessionRunner } from '../session/runner.ts';

/** A session as far as this is concerned. */
export type Watched = Pick<SessionRunner, 'ahead' | 'observe'>;

export interface PcLookParts {
  /** The machine's clocks, whatever the pace of a practice. */
  readonly now: () => ClockReading;
  readonly freeBytes: () => Promise<number | null>;
  readonly restartPending: () => Promise<boolean | null>;
  /** What main knows anyway. */
  readonly known: () => Pick<PcSeen, 'sleepBlocked' | 'output' | 'player' | 'lampNames' | 'lampHealth'> & {
    /** The newest moment that the clinic's record knows outside of its entries, epoch ms. */
    readonly newestMs: number | null;
  };
  readonly timeZone: () => string;
}

/** Looks at the app's own computer, and keeps what it saw with the start of a session. */
export interface PcLook {
  readonly look: () => Promise<readonly PcShown[]>;
  /** The session that holds the room, or may; after each of its events. */
  readonly follow: (live: Watched | null) => void;
}

/** A clock that was set is told of for so long, ms. */
const TOLD_MS = 60 * 60_000;
/** A disk or registry that does not answer within this is not known, ms. */
const LIMIT_MS = 4_000;
/** What is seen later than this after the press says nothing of the start, ms. */
const AT_START_MS = 60_000;

/** @see PcLook */
export function createPcLook(parts: PcLookParts): PcLook {
  let before = parts.now();
  let set: { readonly byMs: number; readonly at: ClockReading } | null = null;
  let live: Watched | null = null;
  let noting: number | null = null;

  const setBy = (now: ClockReading): number => {
    const byMs = wallSetBy(before, now);
    before = now;
    if (Math.abs(byMs) >= DISAGREE_MS) set = { byMs, at: now };
    return set === null || elapsedBetween(set.at, now) > TOLD_MS ? 0 : set.byMs;
  };

  const look = async (): Promise<readonly PcShown[]> => {
    const session = live?.ahead ?? null;
    const [freeBytes, restartPending] = await Promise.all([orNull(parts.freeBytes()), orNull(parts.restartPending())]);
    const { newestMs, ...known } = parts.known();
    const now = parts.now();
    return pcChecks({
      ...known,
      freeBytes,
      restartPending,
      clock: {
        ...{ wallMs: now.wallMs, setByMs: setBy(now), newestMs: newestOf(session, newestMs) },
        ...{ timeZone: parts.timeZone(), sessionZone: session?.created.timeZone ?? null },
      },
    });
  };

  const note = async (watched: Watched): Promise<void> => {
    const results = (await look()).map(({ check, answer, code }) => ({ check, answer, code }));
    await watched.observe((session, now) =>
      wantsNote(session, now) ? [newEvent(session, { type: 'pcChecked', results }, APP, now)] : [],
    );
  };

  return {
    look,
    follow: (next) => {
      live = next;
      const started = next?.ahead.started?.seq ?? null;
      if (next === null || started === null || started === noting) return;
      noting = started;
      void note(next).catch(() => undefined);
    },
  };
}

/** Whether this start has no look at the computer yet, and one now would still be of the start. */
function wantsNote(session: Session, now: ClockReading): boolean {
  const { started, pcChecked } = session;
  if (started === null || (pcChecked !== null && pcChecked.seq > started.seq)) return false;
  return lifeMs(session, now) - started.pressedLifeMs <= AT_START_MS;
}

/** A practice has a clock of its own, which may be ahead. */
function newestOf(session: Session | null, noted: number | null): number | null {
  if (session === null || session.created.practice) return noted;
  return Math.max(noted ?? 0, session.life.at.wallMs);
}

/** The answer, or null where none comes in time. */
function orNull<T>(work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), LIMIT_MS).unref();
    void work.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
