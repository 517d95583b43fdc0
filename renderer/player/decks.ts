import { assertNever } from '../../shared/assert-never.ts';
import type { DesiredDeck, DesiredMusic } from '../../shared/music/player-state.ts';
import {
  DIP_DOWN_MS,
  DIP_UP_MS,
  dipped,
  entered,
  led,
  newDeck,
  paceOf,
  plannedAt,
  volumeAt,
  type Deck,
} from './deck.ts';
import { DRIFT_MS, shouldSeek } from './drift.ts';
import { isOver, levelAt, turn } from './ramp.ts';

/** All that the player knows; changed by `step` alone. */
export interface Player {
  readonly generation: number;
  readonly rate: number;
  readonly decks: readonly Deck[];
  /** File that is fetched and kept ready. */
  readonly preload: string | null;
}

/** What happens to the player. `looked` is the once-a-second look at the positions, by playId. */
export type Input =
  | { readonly kind: 'desired'; readonly desired: DesiredMusic }
  | { readonly kind: 'playing'; readonly playId: number }
  | Told
  | { readonly kind: 'looked'; readonly positions: ReadonlyMap<number, number> }
  | { readonly kind: 'ticked' };

/** What the sound side tells of one deck, besides that it is heard. */
export type Told =
  | { readonly kind: 'loaded' | 'sought' | 'ended'; readonly playId: number }
  | { readonly kind: 'failed'; readonly playId: number; readonly code: string };

/** What the sound side is to do. Volumes are not among them: they follow from the state and the clock. */
export type Act =
  | { readonly kind: 'load'; readonly playId: number; readonly file: string }
  | { readonly kind: 'play' | 'seek'; readonly playId: number; readonly positionMs: number }
  | { readonly kind: 'unload'; readonly playId: number }
  | { readonly kind: 'prepare'; readonly file: string | null };

/** Looks without movement until a track counts as stuck; a look is a second. */
const STUCK_LOOKS = 4;
/** Longest time for loading, and for finding a position, ms. */
const LOAD_LIMIT_MS = 12_000;
const SEEK_LIMIT_MS = 4_000;
/** A leaving track waits this long for its successor to be heard before it fades all the same, ms. */
const HOLD_MS = 3_000;
/** Two leaving tracks are music; a third is a crowd: all but the two loudest go in this time, ms. */
const HURRY_MS = 1_000;

export const silentPlayer: Player = { generation: 0, rate: 1, decks: [], preload: null };

/** The player after an input, and what the sound side is to do about it. */
export function step(
  player: Player,
  input: Input,
  now: number,
): { readonly player: Player; readonly acts: readonly Act[] } {
  switch (input.kind) {
    case 'desired':
      return desire(player, input.desired, now);
    case 'looked':
      return ofDecks(player, (deck) => look(deck, input.positions.get(deck.playId) ?? deck.seenMs, now, player.rate));
    case 'ticked':
      return ofDecks(player, (deck) => tick(deck, now, player.rate));
    case 'playing':
      return ofDecks(released(player, now), (deck) =>
        deck.playId === input.playId ? heard(deck, player, now) : [deck],
      );
    case 'loaded':
    case 'sought':
    case 'ended':
    case 'failed':
      return ofDecks(player, (deck) => (deck.playId === input.playId ? told(deck, input, now, player.rate) : [deck]));
    default:
      return assertNever(input);
  }
}

/** A deck as it goes on (null: it is gone) and its act, if any. */
type Turned = readonly [Deck | null, Act?];

function ofDecks(player: Player, turnDeck: (deck: Deck) => Turned): { player: Player; acts: Act[] } {
  const turned = player.decks.map(turnDeck);
  const decks = turned.flatMap(([deck]) => (deck === null ? [] : [deck]));
  const same = decks.length === player.decks.length && decks.every((deck, index) => deck === player.decks[index]);
  return {
    player: same ? player : { ...player, decks },
    acts: turned.flatMap(([, act]) => (act === undefined ? [] : [act])),
  };
}

function desire(player: Player, desired: DesiredMusic, now: number): { player: Player; acts: Act[] } {
  if (desired.generation <= player.generation) return { player, acts: [] };
  const fresh = desired.decks.filter((wish) => player.decks.every((deck) => deck.playId !== wish.playId));
  const haste = hastens(player, desired);
  const { player: kept, acts } = ofDecks(player, (deck) => {
    const wish = desired.decks.find((one) => one.playId === deck.playId);
    return wish === undefined ? dismiss(deck, desired, fresh.length > 0, haste, now) : keep(deck, wish, now);
  });
  const file = desired.preload?.file ?? null;
  return {
    player: {
      generation: desired.generation,
      rate: desired.rate,
      decks: [...hurried(kept.decks, now), ...fresh.map((wish) => newDeck(wish, now))],
      preload: file,
    },
    acts: [
      ...acts,
      ...fresh.map((wish): Act => ({ kind: 'load', playId: wish.playId, file: wish.file })),
      ...(file === player.preload ? [] : [{ kind: 'prepare', file } as const]),
    ],
  };
}

/** A deck that stays named: only what changed moves, and from where it is. */
function keep(deck: Deck, wish: DesiredDeck, now: number): Turned {
  const planned = {
    ...deck,
    plan: { positionMs: wish.positionMs, at: now },
    gain: wish.gain,
    fadeMs: wish.fadeMs,
    leaving: null,
  };
  const moves = deck.state === 'playing' && (deck.leaving !== null || wish.gain !== deck.gain);
  return [moves ? led(planned, now, wish.gain, paceOf(deck, wish, now), 'smooth') : planned];
}

/** Whether a track that is on its way out goes faster: into silence, under a voice, or for another one; a louder volume is none of its business. */
function hastens(player: Player, desired: DesiredMusic): boolean {
  return desired.decks.every((wish) => {
    const deck = player.decks.find((one) => one.playId === wish.playId);
    return deck === undefined || deck.leaving !== null || wish.gain < deck.gain;
  });
}

/** A deck that is no longer named: fades out, together with what comes in its place if anything does. */
function dismiss(deck: Deck, desired: DesiredMusic, replaced: boolean, haste: boolean, now: number): Turned {
  if (deck.state !== 'playing') return [null, { kind: 'unload', playId: deck.playId }];
  const ms = desired.releaseMs;
  if (deck.leaving !== null) {
    const endsEarlier = deck.leaving.begun && deck.level.startMs + deck.level.durationMs <= now + ms;
    if (endsEarlier || (deck.leaving.begun && !haste)) return [deck];
  }
  return [
    {
      ...deck,
      leaving: { at: replaced ? now + HOLD_MS : now, ms, shape: replaced ? 'power' : 'smooth', begun: false },
    },
  ];
}

function hurried(decks: readonly Deck[], now: number): readonly Deck[] {
  const leaving = decks.filter((deck) => deck.leaving !== null).toSorted((a, b) => volumeAt(b, now) - volumeAt(a, now));
  const crowd = new Set(leaving.slice(2));
  return decks.map((deck) =>
    crowd.has(deck)
      ? { ...led(deck, now, 0, HURRY_MS, 'smooth'), leaving: { at: now, ms: HURRY_MS, shape: 'smooth', begun: true } }
      : deck,
  );
}

/** The leaving decks set free, now that their successor is heard. */
function released(player: Player, now: number): Player {
  const decks = player.decks.map((deck) =>
    deck.leaving === null || deck.leaving.begun
      ? deck
      : { ...deck, leaving: { ...deck.leaving, at: Math.min(deck.leaving.at, now) } },
  );
  return { ...player, decks };
}

/** A deck that is heard for the first time: its way up begins now, not when it was asked for. */
function heard(deck: Deck, player: Player, now: number): Turned {
  if (deck.state !== 'starting') return [deck];
  const crossing = player.decks.some((other) => other.leaving?.shape === 'power');
  const playing = entered(deck, 'playing', now, null);
  return [{ ...led(playing, now, deck.gain, deck.fadeMs, crossing ? 'power' : 'smooth'), soughtAt: now }];
}

function told(deck: Deck, input: Told, now: number, rate: number): Turned {
  switch (input.kind) {
    case 'loaded': {
      if (deck.state !== 'loading') return [deck];
      const planned = plannedAt(deck, now, rate);
      // A track from its beginning keeps its beginning, a little late; only a long wait is caught up with.
      const positionMs = planned - deck.plan.positionMs > DRIFT_MS ? planned : deck.plan.positionMs;
      return [entered(deck, 'starting', now, null), { kind: 'play', playId: deck.playId, positionMs }];
    }
    case 'sought':
      if (deck.dip?.stage !== 'seeking') return [deck];
      return [{ ...deck, dip: { stage: 'up', ramp: turn(deck.dip.ramp, now, 1, DIP_UP_MS, 'smooth') } }];
    case 'ended':
      if (deck.leaving !== null) return [null, { kind: 'unload', playId: deck.playId }];
      return [deck.state === 'failed' ? deck : entered(deck, 'ended', now, null)];
    case 'failed':
      return fail(deck, input.code, now);
    default:
      return assertNever(input);
  }
}

/** A failed deck is silent and stays only to be reported; a leaving one is not missed. */
function fail(deck: Deck, code: string, now: number): Turned {
  if (deck.leaving !== null) return [null, { kind: 'unload', playId: deck.playId }];
  if (deck.state === 'failed') return [deck];
  return [
    { ...entered(deck, 'failed', now, code), dip: null },
    { kind: 'unload', playId: deck.playId },
  ];
}

/** The once-a-second look: does it load, does it run, is it where the plan wants it. */
function look(deck: Deck, positionMs: number, now: number, rate: number): Turned {
  if (deck.state === 'loading' || deck.state === 'starting') {
    return now - deck.since > LOAD_LIMIT_MS ? fail(deck, 'loadTimeout', now) : [deck];
  }
  if (deck.state !== 'playing') return [deck];
  if (deck.dip?.stage === 'seeking' && now - deck.dip.ramp.startMs > SEEK_LIMIT_MS) return fail(deck, 'stalled', now);
  const stuck = positionMs === deck.seenMs ? deck.stuck + 1 : 0;
  if (stuck >= STUCK_LOOKS) return fail(deck, 'stalled', now);
  const seen = { ...deck, seenMs: positionMs, stuck };
  return [shouldSeek(seen, positionMs, now, rate) ? dipped(seen, now) : seen];
}

/** What time alone brings: a release begins or ends, a dip reaches its ground or its end. */
function tick(deck: Deck, now: number, rate: number): Turned {
  const { leaving, dip } = deck;
  if (leaving !== null && !leaving.begun && now >= leaving.at) {
    return [{ ...led(deck, now, 0, leaving.ms, leaving.shape), leaving: { ...leaving, begun: true } }];
  }
  if (leaving?.begun === true && isOver(deck.level, now)) return [null, { kind: 'unload', playId: deck.playId }];
  if (dip?.stage === 'down' && isOver(dip.ramp, now)) {
    const ground = { ...dip.ramp, from: 0, to: 0, startMs: now, durationMs: DIP_DOWN_MS };
    const positionMs = plannedAt(deck, now, rate);
    return [
      { ...deck, dip: { stage: 'seeking', ramp: ground } },
      { kind: 'seek', playId: deck.playId, positionMs },
    ];
  }
  if (dip?.stage === 'up' && isOver(dip.ramp, now) && levelAt(dip.ramp, now) === 1) return [{ ...deck, dip: null }];
  return [deck];
}
