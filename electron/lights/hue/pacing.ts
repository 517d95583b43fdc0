import { LightError, superseded } from '../limited.ts';
import type { Outcome, Timers } from '../port.ts';

/** What a command is for; each kind has a pace of its own. */
export type Lane = 'light' | 'grouped_light';

export interface Command {
  /** Of two commands for one lamp only the newer is of interest. */
  readonly lampId: string;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  readonly run: (signal: AbortSignal) => Promise<Outcome>;
}

export interface Pace {
  /** Least time from one command of a lane to its next, ms. */
  readonly everyMs: Readonly<Record<Lane, number>>;
  /** Commands under way at once; the bridge refuses a fourth connection's. */
  readonly atOnce: number;
}

/** What Hue asks for: ten commands a second to lights, one to groups. One connection of three is the event stream's. */
export const ordinaryPace: Pace = { everyMs: { light: 100, grouped_light: 1_000 }, atOnce: 2 };
/** The emergency's: as fast as the bridge answers. */
export const fullPace: Pace = { everyMs: { light: 0, grouped_light: 0 }, atOnce: 3 };

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
  running: boolean;
  readonly resolve: (outcome: Outcome | Promise<Outcome>) => void;
}

/** Brings the commands to one bridge in order and at its pace. */
export function createPacing(timers: Timers, { everyMs, atOnce }: Pace): Pacing {
  const entries = new Set<Entry>();
  const nextAt: Record<Lane, number> = { light: 0, grouped_light: 0 };
  let cancelWake: (() => void) | null = null;

  const end = (entry: Entry, outcome: Outcome | Promise<Outcome>): void => {
    entries.delete(entry);
    entry.resolve(outcome);
    entry.own.abort();
  };

  const start = (entry: Entry): void => {
    const { command, own } = entry;
    entry.running = true;
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

  const mayStart = ({ command, running }: Entry): boolean =>
    !running && nextAt[command.lane] <= timers.now() && underWay(entries).length < atOnce;

  const pump = (): void => {
    cancelWake?.();
    cancelWake = null;
    for (const entry of entries) if (mayStart(entry)) start(entry);
    const due = [...entries].filter(({ running }) => !running).map(({ command }) => nextAt[command.lane]);
    const wakeAt = Math.min(...due);
    if (Number.isFinite(wakeAt) && wakeAt > timers.now()) cancelWake = timers.after(wakeAt - timers.now(), pump);
  };

  return {
    send: (command) =>
      new Promise((resolve) => {
        for (const entry of entries) if (entry.command.lampId === command.lampId) end(entry, superseded);
        const entry: Entry = { command, own: new AbortController(), running: false, resolve };
        const overtaken = (): void => {
          if (entries.has(entry)) end(entry, superseded);
          pump();
        };
        if (command.signal.aborted) return resolve(superseded);
        command.signal.addEventListener('abort', overtaken);
        entry.own.signal.addEventListener('abort', () => command.signal.removeEventListener('abort', overtaken));
        entries.add(entry);
        pump();
      }),
    drop: () => {
      for (const entry of entries) end(entry, superseded);
      pump();
    },
  };
}

function underWay(entries: ReadonlySet<Entry>): readonly Entry[] {
  return [...entries].filter(({ running }) => running);
}
