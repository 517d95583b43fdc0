import type { Passage } from '../../shared/music/preview.ts';
import type { DesiredMusic, PlayerReport } from '../../shared/music/player-state.ts';

/** What is heard, as the screen shows it. */
export interface Heard {
  /** What was asked for last and sounds, or is about to; null in silence. */
  readonly key: string | null;
  /** What was asked for cannot be heard: none of its files plays, or the headphones are gone. */
  readonly silent: boolean;
}

export interface Listening {
  /** Fades out what sounds, and only then begins this; the same key again goes on. */
  readonly play: (key: string, passages: readonly Passage[]) => void;
  readonly stop: () => void;
  /** How loud, 0 to 1 of what the headphones may play. */
  readonly setLevel: (level: number) => void;
  /** Whether the headphones are missed. */
  readonly setMissed: (missed: boolean) => void;
  /** What the player saw. */
  readonly hear: (report: PlayerReport) => void;
  readonly get: () => Heard;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ListeningDeps {
  readonly desire: (desired: DesiredMusic) => void;
  /** A monotonic clock, ms, and a timer on it. */
  readonly now: () => number;
  readonly after: (ms: number, call: () => void) => () => void;
}

/** How fast one music gives way to what was asked for instead, and how fast a louder or softer is reached, ms. */
export const GIVE_WAY_MS = 1_600;
const LEVEL_MS = 700;

interface Playing {
  readonly playId: number;
  readonly passage: Passage;
  /** Moment at which it was first heard; null before. */
  readonly heardAt: number | null;
  readonly leaving: boolean;
}

/**
 * Plays passages one after the other with the session's own player: one deck, which rises from silence and goes back to
 * it before the next one is even loaded. Two are never heard at once, however fast cards are pressed.
 */
export function createListening({ desire, now, after }: ListeningDeps): Listening {
  let generation = 0;
  let lastId = 0;
  let level = 0;
  let queue: readonly Passage[] = [];
  let playing: Playing | null = null;
  let anyHeard = false;
  let heard: Heard = { key: null, silent: false };
  let missed = false;
  let cancel: () => void = () => undefined;
  const listeners = new Set<() => void>();

  const show = ({ key, silent }: Heard): void => {
    const next = { key, silent: silent || (missed && key !== null) };
    if (next.key === heard.key && next.silent === heard.silent) return;
    heard = next;
    for (const listener of listeners) listener();
  };

  const send = (decks: DesiredMusic['decks'], releaseMs: number): void => {
    generation += 1;
    const file = queue[0];
    desire({
      generation,
      decks,
      releaseMs,
      preload: file === undefined ? null : { trackId: file.trackId, file: file.file },
      rate: 1,
    });
  };

  const deckOf = ({ playId, passage, heardAt }: Playing, fadeMs: number): DesiredMusic['decks'][number] => ({
    playId,
    trackId: passage.trackId,
    file: passage.file,
    positionMs: passage.fromMs + (heardAt === null ? 0 : now() - heardAt),
    durationMs: passage.durationMs,
    gain: passage.gain * level,
    fadeMs,
  });

  /** The way to silence; what comes next waits until the player says that it is there. */
  const release = (ms: number): void => {
    if (playing === null || playing.leaving) return;
    cancel();
    playing = { ...playing, leaving: true };
    send([], ms);
  };

  const begin = (): void => {
    const [passage, ...rest] = queue;
    if (playing !== null) return;
    if (passage === undefined) {
      if (heard.key !== null) show({ key: null, silent: !anyHeard });
      return;
    }
    queue = rest;
    playing = { playId: (lastId += 1), passage, heardAt: null, leaving: false };
    send([deckOf(playing, passage.riseMs)], passage.fallMs);
  };

  return {
    play: (key, passages) => {
      if (heard.key === key) return;
      queue = passages;
      anyHeard = false;
      show({ key, silent: false });
      release(GIVE_WAY_MS);
      begin();
    },
    stop: () => {
      queue = [];
      show({ key: null, silent: false });
      release(GIVE_WAY_MS);
    },
    setLevel: (next) => {
      level = next;
      if (playing !== null && !playing.leaving) send([deckOf(playing, LEVEL_MS)], playing.passage.fallMs);
    },
    setMissed: (next) => {
      missed = next;
      show({ key: heard.key, silent: false });
    },
    hear: (report) => {
      if (playing === null || report.generation !== generation) return;
      const { playId, passage } = playing;
      const deck = report.decks.find((one) => one.playId === playId);
      if (deck === undefined) {
        playing = null;
        begin();
      } else if (deck.state === 'playing' && playing.heardAt === null && !playing.leaving) {
        anyHeard = true;
        playing = { ...playing, heardAt: now() };
        cancel = after(passage.lengthMs - passage.fallMs, () => release(passage.fallMs));
      } else if (deck.state === 'ended' || deck.state === 'failed') release(0);
    },
    get: () => heard,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
