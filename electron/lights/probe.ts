import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Connection, LinkHealth } from '../../shared/lights/lamps.ts';
import { foundLampSchema } from '../../shared/ipc/lights.ts';
import { LightError } from './limited.ts';
import type { FoundLamp, LightLink } from './link.ts';
import { openConnection, type Openers } from './openers.ts';
import type { Timers } from './port.ts';
import { within } from './within.ts';

/** Set-up waits this long for a bridge or a broker, ms: well below what a window waits for its answer. */
export const PROBE_MS = 8_000;
/** More lamps than anybody would choose from. */
const MOST_LAMPS = 300;

export interface ProbeParts {
  readonly openers: Openers;
  readonly timers: Timers;
  readonly wall: () => number;
}

/**
 * Opens a connection for a moment: whether it answers, and how many lamps it offers. A way that cannot tell (DMX) is left
 * as `unanswered`. Never throws.
 */
export async function probe(
  { openers, timers, wall }: ProbeParts,
  connection: Connection,
  secret: string | null,
  signal: AbortSignal,
): Promise<Answer<{ readonly health: LinkHealth; readonly lamps: number }>> {
  const settled = new AbortController();
  const heard = (health: LinkHealth): void => void (health.kind !== 'starting' && settled.abort());
  const parts = { timers, wall, secret, onHealth: heard, onLost: () => undefined };
  const link = openConnection(openers, connection, [], parts);
  if (link === null) return failure('refused', 'lights.kindUnknown');
  heard(link.health());
  try {
    await within(timers, PROBE_MS, [signal, settled.signal], untilAborted);
    const health = link.health();
    if (health.kind === 'starting')
      return success({ health: { kind: 'lost', since: wall(), code: 'timeout' }, lamps: 0 });
    const found = health.kind === 'ok' ? await lampsOf(link, timers, signal) : success([]);
    return found.ok ? success({ health, lamps: found.data.length }) : found;
  } finally {
    // Its end is not waited for: some say goodbye for seconds.
    void link.close().catch(() => undefined);
  }
}

/** What a connection offers, every lamp in a form that can be saved; the others are left out. Never throws. */
export async function lampsOf(
  link: LightLink,
  timers: Timers,
  signal: AbortSignal,
): Promise<Answer<readonly FoundLamp[]>> {
  try {
    const found = await within(timers, PROBE_MS, [signal], (giveUp) => untilSettled(link.find(giveUp), giveUp));
    return success(found.slice(0, MOST_LAMPS).flatMap(readable));
  } catch (problem) {
    return failure('unavailable', 'lights.noAnswer', {
      why: problem instanceof LightError ? problem.code : 'unreachable',
    });
  }
}

function readable(lamp: FoundLamp): readonly FoundLamp[] {
  const name = lamp.name
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  const parsed = foundLampSchema.safeParse({ ...lamp, name });
  return parsed.success ? [parsed.data] : [];
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What a driver answers, or `timeout` once it was told to give up, whether it listens or not. */
function untilSettled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const givenUp = untilAborted(signal).then((): never => {
    throw new LightError('timeout');
  });
  return Promise.race([work, givenUp]);
}
