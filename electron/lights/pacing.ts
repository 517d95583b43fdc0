import { LightError, superseded } from './limited.ts';
import type { Outcome, Timers } from './port.ts';
import { pause } from './within.ts';

/** What a command is for; each kind has a pace of its own. */
export type Lane = 'lamp' | 'group';

export interface Command {
  /** Of two commands for one lamp only the newer is of interest. */
  readonly lampId: string;
  readonly lane: Lane;
  /** What it says: a command that says the same as the one under way is that one. */
  readonly says: string;
  readonly signal: AbortSignal;
  readonly run: (signal: AbortSignal) => Promise<Outcome>;
}

export interface Pace {
  /** Least time from one command of a lane to its next, ms. */
  readonly everyMs: Readonly<Record<Lane, number>>;
  /** Commands under way at once. */
  readonly atOnce: number;
  /**
   * Whether a command that is under way goes on where its caller gave up: it ends by its own limit, and the caller's next
   * try finds it there. An emergency that waited for its turn would otherwise be cut off just as it is heard.
   */
  readonly finishes: boolean;
  /** A command without an answer for this long does not hold up the others any more, ms. */
  readonly holdsMs: number;
}

/** After "too many commands" the lane rests, ms. */
const BUSY_REST_MS = 1_000;

export interface Pacing {
  /** Resolves with the command's outcome, `superseded` where a newer one or `drop` took its place. May throw as `run` does. */
  readonly send: (command: Command) => Promise<Outcome>;
  /** Forgets what waits and aborts what is under way. */
  readonly drop: () => void;
}

interface Entry {
  readonly command: Command;
  readonly own: AbortController;
  readonly outcome: Promise<Outcome>;
  readonly resolve: (outcome: Outcome | Promise<Outcome>) => void;
  /** Null while it waits; else when it was sent. */
  sentAt: number | null;
}

/** Brings the commands to one device in order and at its pace. */
export function createPacing(timers: Timers, { everyMs, atOnce, finishes, holdsMs }: Pace): Pacing {
  const entries = new Set<Entry>();
  const nextAt: Record<Lane, number> = { lamp: 0, group: 0 };
  let cancelWake: (() => void) | null = null;

  const end = (entry: Entry, outcome: Outcome | Promise<Outcome>): void => {
    entries.delete(entry);
    entry.resolve(outcome);
    entry.own.abort();
  };

  const start = (entry: Entry): void => {
    const { command, own } = entry;
    entry.sentAt = timers.now();
    nextAt[command.lane] = timers.now() + everyMs[command.lane];
    const done = command.run(own.signal);
    const over = (): void => {
      end(entry, done);
      pump();
    };
    done.then(over, (problem: unknown) => {
      const busy = problem instanceof LightError && problem.code === 'busy';
      if (busy && everyMs[command.lane] > 0) nextAt[command.lane] = timers.now() + BUSY_REST_MS;
      over();
    });
  };

  /** When a slot is free for one more: now, or when the oldest command that holds one has held it for long enough. */
  const freeAt = (): number => {
    const until = [...entries].flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt + holdsMs]));
    const held = until.filter((at) => at > timers.now()).toSorted((a, b) => a - b);
    return held.length < atOnce ? timers.now() : held[held.length - atOnce]!;
  };

  const pump = (): void => {
    cancelWake?.();
    cancelWake = null;
    const waiting = (): readonly Entry[] => [...entries].filter(({ sentAt }) => sentAt === null);
    const dueAt = ({ command: { lane } }: Entry): number => Math.max(nextAt[lane], freeAt());
    for (const entry of waiting()) if (dueAt(entry) <= timers.now()) start(entry);
    const wakeAt = Math.min(...waiting().map(dueAt));
    if (Number.isFinite(wakeAt)) cancelWake = timers.after(Math.max(0, wakeAt - timers.now()), pump);
  };

  /** Gives a command up with its caller. */
  const bind = (entry: Entry): void => {
    const { signal } = entry.command;
    const overtaken = (): void => {
      if (finishes && entry.sentAt !== null) return;
      end(entry, superseded);
      pump();
    };
    signal.addEventListener('abort', overtaken);
    entry.own.signal.addEventListener('abort', () => signal.removeEventListener('abort', overtaken));
  };

  return {
    send: (command) => {
      if (command.signal.aborted) return Promise.resolve(superseded);
      const older = [...entries].find(({ command: { lampId } }) => lampId === command.lampId);
      if (older !== undefined && older.sentAt !== null && older.command.says === command.says) return older.outcome;
      if (older !== undefined) end(older, superseded);
      const { promise: outcome, resolve } = Promise.withResolvers<Outcome>();
      const entry: Entry = { command, own: new AbortController(), outcome, resolve, sentAt: null };
      entries.add(entry);
      bind(entry);
      pump();
      return outcome;
    },
    drop: () => {
      for (const entry of entries) end(entry, superseded);
      pump();
    },
  };
}

/** The emergency asks a busy device again after this long, ms, and so many times within the time that it has. */
const BUSY_AGAIN_MS = 60;
const BUSY_TRIES = 4;

/** A command that asks a busy device again, a few times, or until the signal says that there is no more time. */
export function untilTaken(timers: Timers, run: Command['run']): Command['run'] {
  return async (signal) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await run(signal);
      } catch (problem) {
        const busy = problem instanceof LightError && problem.code === 'busy';
        if (!busy || signal.aborted || tries === BUSY_TRIES) throw problem;
        await pause(timers, BUSY_AGAIN_MS, signal);
      }
    }
  };
}
