import { LightError } from '../limited.ts';
import type { Timers } from '../port.ts';
import { pause } from '../within.ts';
import type { HueBridge } from './bridge.ts';
import { eventReader } from './event-reader.ts';
import { eventsSchema, type HueReport } from './resources.ts';

/** A stream on which nothing happens looks like one whose bridge has lost its power: it is asked now and then, ms. */
export const ASK_EVERY_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A stream that stood for this long counts as a good one: the next wait is short again, ms. */
const GOOD_AFTER_MS = 10_000;
/** More than this between two signs of life is no lamp's news, bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface WatchParts {
  readonly bridge: HueBridge;
  readonly timers: Timers;
  readonly onOpen: () => void;
  readonly onLost: (code: string) => void;
  readonly onReports: (reports: readonly HueReport[]) => void;
}

/** How long to wait before the next try, ms. */
export function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS);
}

/** Follows the bridge's event stream until told to stop, opening it again whenever it ends. */
export function watchBridge({ bridge, timers, onOpen, onLost, onReports }: WatchParts): { readonly stop: () => void } {
  const stopped = new AbortController();
  let failures = 0;

  const once = async (): Promise<string> => {
    const own = new AbortController();
    let problem: unknown = null;
    const giveUp = (cause: unknown): void => {
      problem ??= cause;
      own.abort();
    };
    let openedAt: number | null = null;
    let received = 0;
    const signs = signsOfLife(bridge, timers, own.signal, giveUp, () => (received = 0));
    const read = eventReader((data) => onReports(reportsOf(data)));
    try {
      await bridge.events(
        () => {
          openedAt = timers.now();
          signs.begin();
          onOpen();
        },
        (bytes) => {
          received += bytes.length;
          if (received > MOST_BYTES) throw new LightError('strangeReply');
          read(bytes);
        },
        AbortSignal.any([stopped.signal, own.signal]),
      );
    } catch (cause) {
      problem ??= cause;
    } finally {
      signs.end();
    }
    const good = openedAt !== null && timers.now() - openedAt >= GOOD_AFTER_MS;
    failures = good ? 1 : failures + 1;
    return problem instanceof LightError ? problem.code : 'unreachable';
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const code = await once();
      if (stopped.signal.aborted) return;
      onLost(code);
      await pause(timers, waitAfter(failures), stopped.signal);
    }
  };
  void run();
  return { stop: () => stopped.abort() };
}

/** Asks the bridge every half minute while its stream stands; one question without an answer ends the stream. */
function signsOfLife(
  bridge: HueBridge,
  timers: Timers,
  signal: AbortSignal,
  onDead: (cause: unknown) => void,
  onAlive: () => void,
): { readonly begin: () => void; readonly end: () => void } {
  let cancel = (): void => undefined;
  let ended = false;
  const ask = async (): Promise<void> => {
    try {
      await bridge.id(signal);
      onAlive();
      begin();
    } catch (cause) {
      // Too many questions is an answer, too.
      if (cause instanceof LightError && cause.code === 'busy') begin();
      else if (!ended) onDead(cause);
    }
  };
  const begin = (): void => {
    if (!ended) cancel = timers.after(ASK_EVERY_MS, () => void ask());
  };
  return {
    begin,
    end: () => {
      ended = true;
      cancel();
    },
  };
}

/** What a message tells; nothing where it is none that we know. */
function reportsOf(data: string): readonly HueReport[] {
  try {
    const events = eventsSchema.safeParse(JSON.parse(data));
    return events.success ? events.data.flatMap((event) => (event.type === 'update' ? event.data : [])) : [];
  } catch {
    return [];
  }
}
