import { desiredMusic } from '../../shared/music/plan.ts';
import type { DesiredDeck, DesiredMusic } from '../../shared/music/player-state.ts';
import type { Conducted } from '../../shared/music/play.ts';
import type { ClockReading } from '../../shared/time/clock.ts';

/** One track in the player, from the moment it is wished until another one is. */
export interface Play {
  /** The player's number of it, unique for the life of the app. */
  readonly ownId: number;
  readonly sessionId: string;
  /** The engine's number of it, which changes where tracks were passed over in silence. */
  readonly planId: number;
  readonly trackId: string;
}

/** What the player was last told to do. */
export interface Wish {
  readonly desired: DesiredMusic;
  readonly play: Play | null;
  /** Real time at which it was made, ms. */
  readonly at: number;
  /** The last number that was given to a play. */
  readonly lastOwnId: number;
}

/** The fade into silence when no session holds the room any more, ms. */
export const RELEASE_MS = 10_000;
/** In an accelerated session fades shrink with the clock, but none startles. */
const SHORTEST_FADE_MS = 300;
/** The same track further away from where it is than this, ms of real time, is told to the player anew. */
const JUMP_MS = 2_000;

/** A player that comes back fades in this fast: the patient has heard a hole already. */
const AGAIN_FADE_MS = 800;

/** The wish before anything was wished: silence. */
export const noWish: Wish = {
  desired: { generation: 0, decks: [], releaseMs: RELEASE_MS, preload: null, rate: 1 },
  play: null,
  at: 0,
  lastOwnId: 0,
};

/** Where the wished track stands by now, had nothing but time passed; null for silence. */
export function positionNow(wish: Wish, at: number): number | null {
  const [deck] = wish.desired.decks;
  return deck === undefined ? null : deck.positionMs + (at - wish.at) * wish.desired.rate;
}

/** The wish as it is to be told again to a player that missed it: where the track stands by now, soon there. */
export function toldAgain(wish: Wish, at: number): DesiredMusic {
  const decks = wish.desired.decks.map((deck) => ({
    ...deck,
    positionMs: Math.min(positionNow(wish, at) ?? 0, deck.durationMs),
    fadeMs: Math.min(deck.fadeMs, AGAIN_FADE_MS),
  }));
  return { ...wish.desired, decks };
}

/**
 * The wish as the session stands now; of the next generation where the player has to be told, else of the same.
 * @param at real time, ms
 * @param releaseMs the fade into silence where there is no session, real time, ms
 */
export function nextWish(
  before: Wish,
  live: Conducted | null,
  now: ClockReading,
  rate: number,
  at: number,
  releaseMs: number,
): Wish {
  const plan = live === null ? null : paced(desiredMusic(live, now, rate));
  const desired = plan ?? { ...noWish.desired, releaseMs, rate };
  const [deck] = desired.decks;
  const play = live === null || deck === undefined ? null : playOf(before, live.session.sessionId, deck, at);
  const own = play === null || deck === undefined ? [] : [{ ...deck, playId: play.ownId }];
  const lastOwnId = Math.max(before.lastOwnId, play?.ownId ?? 0);
  const made: Wish = {
    desired: { ...desired, generation: before.desired.generation + 1, decks: own },
    play,
    at,
    lastOwnId,
  };
  if (differs(before, made)) return made;
  return play === before.play ? before : { ...before, play };
}

/** The same track, going on, is the same play, whatever its number in the plan. */
function playOf(before: Wish, sessionId: string, deck: DesiredDeck, at: number): Play {
  const old = before.play;
  if (old !== null && old.sessionId === sessionId && old.trackId === deck.trackId) {
    if (old.planId === deck.playId) return old;
    if (!jumps(before, deck, at)) return { ...old, planId: deck.playId };
  }
  return { ownId: before.lastOwnId + 1, sessionId, planId: deck.playId, trackId: deck.trackId };
}

function jumps(before: Wish, deck: DesiredDeck, at: number): boolean {
  const expected = positionNow(before, at) ?? Infinity;
  return Math.abs(deck.positionMs - expected) > JUMP_MS * before.desired.rate;
}

function differs(before: Wish, made: Wish): boolean {
  const [old] = before.desired.decks;
  const [deck] = made.desired.decks;
  if (old?.playId !== deck?.playId || old?.gain !== deck?.gain) return true;
  // Into silence, but faster than was said.
  if (deck === undefined && made.desired.releaseMs < before.desired.releaseMs) return true;
  if (before.desired.preload?.file !== made.desired.preload?.file || before.desired.rate !== made.desired.rate)
    return true;
  return deck !== undefined && jumps(before, deck, made.at);
}

/** Fades in real time. */
function paced(desired: DesiredMusic): DesiredMusic {
  const real = (ms: number): number => (desired.rate <= 1 ? ms : Math.max(SHORTEST_FADE_MS, ms / desired.rate));
  const decks = desired.decks.map((deck) => ({ ...deck, fadeMs: real(deck.fadeMs) }));
  return { ...desired, decks, releaseMs: real(desired.releaseMs) };
}
