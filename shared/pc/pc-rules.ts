import type { LampHealth } from '../lights/setup.ts';
import type { OutputView } from '../ipc/output.ts';
import { LITTLE_BYTES } from '../record/health.ts';
import { DISAGREE_MS, elapsedBetween, sameBoot, type ClockReading } from '../time/clock.ts';
import type { PcCheckName, PcShown } from './pc-check.ts';

/** What was seen of the computer; null where it could not be looked at. */
export interface PcSeen {
  /** Free for the app on the volume of the record, bytes. */
  readonly freeBytes: number | null;
  /** The app asked the system not to sleep, and the system has not let go of it. */
  readonly sleepBlocked: boolean | null;
  /** The system waits for a restart; null where this system does not say. */
  readonly restartPending: boolean | null;
  readonly output: Pick<OutputView, 'state' | 'chosen'>;
  readonly player: 'starting' | 'ready' | 'lost';
  readonly lampNames: readonly { readonly id: string; readonly name: string }[];
  readonly lampHealth: LampHealth;
  readonly clock: ClockSeen;
}

export interface ClockSeen {
  readonly wallMs: number;
  /** How far the wall clock was set since the app began, or since an hour ago, ms; 0 where it was not. */
  readonly setByMs: number;
  /** The newest moment that the record knows, epoch ms; null where it is empty. */
  readonly newestMs: number | null;
  readonly timeZone: string;
  /** The time zone in which the session was begun; null without one. */
  readonly sessionZone: string | null;
}

type Found = Omit<PcShown, 'check'>;
const found = (answer: Found['answer'], code: string, params: Found['params'] = {}): Found => ({
  answer,
  code,
  params,
});

const GB = 1_000_000_000;

function disk({ freeBytes }: PcSeen): Found {
  if (freeBytes === null) return found('unknown', 'unknown');
  const params = { free: Math.floor((freeBytes / GB) * 10) / 10, need: LITTLE_BYTES / GB };
  return freeBytes < LITTLE_BYTES ? found('look', 'little', params) : found('ok', 'enough', params);
}

function sleep({ sleepBlocked }: PcSeen): Found {
  if (sleepBlocked === null) return found('unknown', 'unknown');
  return sleepBlocked ? found('ok', 'blocked') : found('look', 'notBlocked');
}

function restart({ restartPending }: PcSeen): Found {
  if (restartPending === null) return found('unknown', 'unknown');
  return restartPending ? found('look', 'pending') : found('ok', 'none');
}

/** Where the system plays, nobody knows what hears it. */
function audio({ output: { state, chosen }, player }: PcSeen): Found {
  if (player === 'lost') return found('look', 'player');
  const name = chosen?.label ?? '';
  if (state === 'default') return found('unknown', 'default');
  if (state === 'waiting') return found('unknown', 'waiting', { name });
  return state === 'present' ? found('ok', 'present', { name }) : found('look', 'missing', { name });
}

function lamps({ lampNames, lampHealth }: PcSeen): Found {
  if (lampNames.length === 0) return found('ok', 'none');
  const lost = new Set(lampHealth.lamps.flatMap(({ id, lost: why }) => (why === null ? [] : [id])));
  const missed = lampNames.filter(({ id }) => lost.has(id)).map(({ name }) => name);
  if (missed.length > 0) return found('look', 'missed', { names: missed.join(', ') });
  const kinds = new Set(lampHealth.connections.map(({ health }) => health.kind));
  if (kinds.has('starting')) return found('unknown', 'starting');
  return kinds.has('unanswered') ? found('unknown', 'unanswered') : found('ok', 'reached', { count: lampNames.length });
}

function clock({ clock: seen }: PcSeen): Found {
  const { wallMs: at, setByMs, newestMs, timeZone, sessionZone } = seen;
  const params = { at, zone: timeZone };
  if (newestMs !== null && at < newestMs - DISAGREE_MS) return found('look', 'behind', { ...params, newest: newestMs });
  if (sessionZone !== null && sessionZone !== timeZone)
    return found('look', 'zone', { ...params, before: sessionZone });
  if (Math.abs(setByMs) >= DISAGREE_MS)
    return found('look', 'set', { ...params, seconds: Math.round(Math.abs(setByMs) / 1000) });
  return found('ok', 'right', params);
}

const rules: readonly (readonly [PcCheckName, (seen: PcSeen) => Found])[] = [
  ['disk', disk],
  ['sleep', sleep],
  ['restart', restart],
  ['audio', audio],
  ['lamps', lamps],
  ['clock', clock],
];

/** Every check, in the order in which they are shown. None of them ever holds a session up. */
export function pcChecks(seen: PcSeen): readonly PcShown[] {
  return rules.map(([check, rule]) => ({ check, ...rule(seen) }));
}

/** How far the wall clock was set between two looks, ms; 0 across a restart, where nothing can tell. */
export function wallSetBy(from: ClockReading, to: ClockReading): number {
  return sameBoot(from, to) ? to.wallMs - from.wallMs - elapsedBetween(from, to) : 0;
}
