import { assertNever } from '../../shared/assert-never.ts';
import type { DesiredMusic, PlayerReport } from '../../shared/music/player-state.ts';
import { isMoving, volumeAt } from './deck.ts';
import { silentPlayer, step, type Act, type Input, type Told } from './decks.ts';
import { reportOf, signature } from './report.ts';

/** The sound side: plays files, knows nothing of plans or fades. Calls for a playId it does not have do nothing. */
export interface DeckAudio {
  /** Fetches a file without playing; null forgets it. */
  readonly prepare: (file: string | null) => void;
  readonly load: (playId: number, file: string) => void;
  readonly play: (playId: number, positionMs: number) => void;
  readonly seek: (playId: number, positionMs: number) => void;
  /** 0 to 1. */
  readonly volume: (playId: number, level: number) => void;
  /** Where the track stands, ms; null where it is not known. */
  readonly positionMs: (playId: number) => number | null;
  readonly unload: (playId: number) => void;
}

/** What the sound side tells. */
export type AudioEvent = Told | { readonly kind: 'playing'; readonly playId: number };

/** Time and the way out, passed in. */
export interface PlayerDeps {
  readonly audio: DeckAudio;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Calls every `ms` until the returned function is called. */
  readonly every: (ms: number, call: () => void) => () => void;
  readonly send: (report: PlayerReport) => void;
}

const FINE_MS = 25;
const REPORT_MS = 1_000;

export interface RunningPlayer {
  readonly desire: (desired: DesiredMusic) => void;
  readonly heard: (event: AudioEvent) => void;
  readonly close: () => void;
}

/**
 * Runs the player: folds what is wished and what is heard, carries out the acts, leads the volumes on a fine timer that
 * runs only while something moves, and reports once a second and at every change.
 */
export function runPlayer({ audio, now, every, send }: PlayerDeps): RunningPlayer {
  let player = silentPlayer;
  let stopFine: (() => void) | null = null;
  let told = signature(player);
  const volumes = new Map<number, number>();

  const fold = (input: Input): void => {
    const turned = step(player, input, now());
    player = turned.player;
    for (const act of turned.acts) carryOut(audio, act);
  };

  const settle = (): void => {
    fold({ kind: 'ticked' });
    const at = now();
    for (const deck of player.decks) {
      const level = volumeAt(deck, at);
      if (volumes.get(deck.playId) !== level) audio.volume(deck.playId, level);
      volumes.set(deck.playId, level);
    }
    for (const playId of volumes.keys())
      if (player.decks.every((deck) => deck.playId !== playId)) volumes.delete(playId);
    const moving = player.decks.some((deck) => isMoving(deck, at));
    if (moving) stopFine ??= every(FINE_MS, settle);
    else if (stopFine !== null) {
      stopFine();
      stopFine = null;
    }
    if (signature(player) !== told) report();
  };

  const report = (): void => {
    told = signature(player);
    send(reportOf(player, (playId) => audio.positionMs(playId), now()));
  };

  const look = (): void => {
    const positions = new Map(player.decks.map((deck) => [deck.playId, audio.positionMs(deck.playId) ?? deck.seenMs]));
    fold({ kind: 'looked', positions });
    settle();
    report();
  };

  const stopLook = every(REPORT_MS, look);
  report();
  const take = (input: Input): void => {
    fold(input);
    settle();
  };
  return {
    desire: (desired) => {
      take({ kind: 'desired', desired });
      // What stands elsewhere than it is wanted (the computer slept) is led there now, not at the next look.
      look();
    },
    heard: take,
    close: () => {
      stopLook();
      stopFine?.();
      for (const deck of player.decks) audio.unload(deck.playId);
      player = silentPlayer;
    },
  };
}

function carryOut(audio: DeckAudio, act: Act): void {
  switch (act.kind) {
    case 'load':
      return audio.load(act.playId, act.file);
    case 'play':
      return audio.play(act.playId, act.positionMs);
    case 'seek':
      return audio.seek(act.playId, act.positionMs);
    case 'unload':
      return audio.unload(act.playId);
    case 'prepare':
      return audio.prepare(act.file);
    default:
      return assertNever(act);
  }
}
