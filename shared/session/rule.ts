import { failure, type Failure } from '../ipc/answer.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { DISAGREE_MS } from '../time/clock.ts';
import type { EngineCode } from './codes.ts';
import type { SessionCommand, SessionCommandType } from './command.ts';
import type { SessionBody } from './event-bodies.ts';
import type { Author, NewSessionEvent } from './event.ts';
import { APP, newEvent } from './pending.ts';
import type { Session } from './state.ts';

/** What a rule may look at: the protocol, one look at the clocks, who asks, and life time at that look. */
export interface RuleContext {
  readonly protocol: Protocol;
  readonly now: ClockReading;
  readonly author: Author;
  readonly lifeMs: number;
}

/** What a rule says: the events that make it so, or a failure. */
export type Ruling = readonly NewSessionEvent[] | Failure;

export type Rule<C extends SessionCommand> = (session: Session, command: C, context: RuleContext) => Ruling;

export type Rules<T extends SessionCommandType> = {
  readonly [K in T]: Rule<Extract<SessionCommand, { type: K }>>;
};

/** One event by the author of the command, about the moment `agoMs` before now. */
export function by(session: Session, context: RuleContext, body: SessionBody, agoMs = 0): NewSessionEvent {
  return newEvent(session, body, context.author, context.now, agoMs);
}

/** One event that the app adds to a command by itself. */
export function byApp(session: Session, context: RuleContext, body: SessionBody): NewSessionEvent {
  return newEvent(session, body, APP, context.now);
}

export function refused(code: EngineCode, params: Failure['params'] = {}, field?: string): Failure {
  return failure('refused', code, params, field);
}

export function invalid(code: EngineCode, field: string, params: Failure['params'] = {}): Failure {
  return failure('invalid', code, params, field);
}

/** Life time of the last thing that turned the session; what is reported as "minutes ago" cannot lie before it. */
export function lastTurnLifeMs(session: Session): number {
  const pauses = session.pauses.flatMap((pause) => [pause.fromLifeMs, pause.toLifeMs ?? pause.fromLifeMs]);
  const others = [session.preChecksLifeMs, session.started?.lifeMs ?? null, session.stopped?.lifeMs ?? null];
  return Math.max(...pauses, ...others.map((moment) => moment ?? -Infinity));
}

/** Refuses an "n minutes ago" that would lie before the last turn; null where it can stand. */
export function tooLongAgo(session: Session, agoMs: number, context: RuleContext): Failure | null {
  const sinceMs = context.lifeMs - lastTurnLifeMs(session);
  return agoMs === 0 || agoMs <= sinceMs
    ? null
    : refused('time.beforeLast', { minutes: Math.floor(Math.max(0, sinceMs) / 60_000) }, 'agoMs');
}

/** What a person types as the time of something may be at most this long ago, ms. */
const OLDEST_ENTRY_MS = 12 * 3_600_000;

/** Refuses a moment of life time in the future or half a day back; null where it can stand. */
export function badMoment(momentLifeMs: number, nowLifeMs: number, field: string): Failure | null {
  if (momentLifeMs > nowLifeMs + DISAGREE_MS) return invalid('time.future', field);
  return momentLifeMs < nowLifeMs - OLDEST_ENTRY_MS ? invalid('time.tooLongAgo', field) : null;
}

/** Refuses a typed time (epoch ms) in the future or half a day back; null where it can stand. */
export function badTime(at: number, now: ClockReading, field: string): Failure | null {
  return badMoment(at, now.wallMs, field);
}
