import type { PlayerReport } from '../../shared/music/player-state.ts';
import { volumeAt, type Deck } from './deck.ts';
import type { Player } from './decks.ts';

/** What main is told: every deck there is, leaving ones included. */
export function reportOf(player: Player, positionOf: (playId: number) => number | null, now: number): PlayerReport {
  return {
    generation: player.generation,
    decks: player.decks.map((deck) => ({
      playId: deck.playId,
      trackId: deck.trackId,
      state: stateOf(deck),
      positionMs: positionOf(deck.playId) ?? Math.max(0, deck.seenMs),
      volume: volumeAt(deck, now),
      code: deck.code,
    })),
  };
}

/** Changes when something happened that main should hear at once. */
export function signature(player: Player): string {
  return JSON.stringify([player.generation, player.decks.map((deck) => [deck.playId, stateOf(deck), deck.code])]);
}

function stateOf(deck: Deck): PlayerReport['decks'][number]['state'] {
  return deck.state === 'starting' ? 'loading' : deck.state;
}
