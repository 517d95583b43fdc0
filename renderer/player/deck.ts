import type { DesiredDeck } from '../../shared/music/player-state.ts';
import { isOver, levelAt, still, turn, type Ramp } from './ramp.ts';

/** A short way down to silence and up again, under which the position is changed. */
export interface Dip {
  readonly stage: 'down' | 'seeking' | 'up';
  readonly ramp: Ramp;
}

/** How a deck leaves: from `at` on over `ms`, then it is unloaded. `begun` once its level is on the way. */
export interface Leaving {
  readonly at: number;
  readonly ms: number;
  readonly shape: Ramp['shape'];
  readonly begun: boolean;
}

/** One track in the player. All moments are milliseconds on the window's monotonic clock. */
export interface Deck {
  readonly playId: number;
  readonly trackId: string;
  readonly file: string;
  readonly durationMs: number;
  /** `starting` is loaded and told to play, but not heard yet; outside it counts as loading. */
  readonly state: 'loading' | 'starting' | 'playing' | 'ended' | 'failed';
  readonly code: string | null;
  /** Moment at which `state` was entered. */
  readonly since: number;
  /** Where the plan says the track stands; it goes on at the session's rate. */
  readonly plan: { readonly positionMs: number; readonly at: number };
  readonly gain: number;
  readonly fadeMs: number;
  readonly level: Ramp;
  readonly dip: Dip | null;
  readonly leaving: Leaving | null;
  /** Position last seen, and how many looks in a row it had not moved. */
  readonly seenMs: number;
  readonly stuck: number;
  /** Moment of the last change of position. */
  readonly soughtAt: number;
}

/** Time for the way down before, and the way up after, a change of position, ms: a volume moves in steps of a sound buffer, and faster ways tick. */
export const DIP_DOWN_MS = 800;
export const DIP_UP_MS = 1_000;

/** A deck that is to be loaded, silent. */
export function newDeck(wish: DesiredDeck, now: number): Deck {
  return {
    playId: wish.playId,
    trackId: wish.trackId,
    file: wish.file,
    durationMs: wish.durationMs,
    state: 'loading',
    code: null,
    since: now,
    plan: { positionMs: wish.positionMs, at: now },
    gain: wish.gain,
    fadeMs: wish.fadeMs,
    level: still(0, now),
    dip: null,
    leaving: null,
    seenMs: -1,
    stuck: 0,
    soughtAt: now,
  };
}

/** What is heard of the deck at a moment, 0 to 1. */
export function volumeAt(deck: Deck, now: number): number {
  if (deck.state === 'loading' || deck.state === 'starting') return 0;
  return levelAt(deck.level, now) * (deck.dip === null ? 1 : levelAt(deck.dip.ramp, now));
}

/** Where the plan wants the track at a moment, ms, never past its end. */
export function plannedAt(deck: Deck, now: number, rate: number): number {
  return Math.min(deck.plan.positionMs + (now - deck.plan.at) * rate, deck.durationMs);
}

/** Whether anything about the deck still changes with time alone, so that the fine timer must run. */
export function isMoving(deck: Deck, now: number): boolean {
  if (deck.leaving !== null || deck.dip !== null) return true;
  return deck.state === 'playing' && !isOver(deck.level, now);
}

/** The deck on its way to another level. */
export function led(deck: Deck, now: number, to: number, ms: number, shape: Ramp['shape']): Deck {
  return { ...deck, level: turn(deck.level, now, to, ms, shape) };
}

/** What is on a slow way up stays slow, whatever is changed meanwhile; downwards is as fast as it is asked for. */
export function paceOf(deck: Deck, wish: DesiredDeck, now: number): number {
  const { level } = deck;
  const rises = level.to > level.from && wish.gain > levelAt(level, now);
  return rises ? Math.max(wish.fadeMs, level.startMs + level.durationMs - now) : wish.fadeMs;
}

/** The deck with the way down to a change of position begun. */
export function dipped(deck: Deck, now: number): Deck {
  const ramp: Ramp = { from: 1, to: 0, startMs: now, durationMs: DIP_DOWN_MS, shape: 'smooth' };
  return { ...deck, dip: { stage: 'down', ramp }, soughtAt: now };
}

/** The deck in a new state. */
export function entered(deck: Deck, state: Deck['state'], now: number, code: string | null): Deck {
  return { ...deck, state, since: now, code };
}
