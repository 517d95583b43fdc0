import { findOutput, type OutputDevice } from '../../shared/music/output.ts';
import type { OutputOrder } from '../../shared/ipc/output.ts';
import type { Output } from './output.ts';

export interface HeadsetPauseDeps {
  /** All outputs the browser lists. */
  readonly list: () => Promise<readonly OutputDevice[]>;
  /** What sounds; asked for late, since it lists by way of this. */
  readonly output: () => Pick<Output, 'follow' | 'look'>;
  /** A monotonic clock, ms, and a timer on it. */
  readonly now: () => number;
  readonly after: (ms: number, call: () => void) => () => void;
}

/** Wireless headphones that were paused on themselves count as pulled out until they play again, or are chosen anew. */
export interface HeadsetPause {
  /** The outputs there are, without those that are paused. */
  readonly list: () => Promise<readonly OutputDevice[]>;
  readonly follow: (order: OutputOrder) => void;
  /** A key for media, of the headset or of a keyboard: a browser does not tell which. With a cable nothing comes of it. */
  readonly key: (action: MediaSessionAction) => void;
  /** Whether they count as gone by that. */
  readonly isAway: () => boolean;
}

/** The way out before they count as gone, ms: a key that was meant for something else cuts nothing off. */
export const PAUSE_MS = 1_600;
/** The same press told twice, ms. */
const TWICE_MS = 1_000;

/** @see HeadsetPause */
export function createHeadsetPause({ list, output, now, after }: HeadsetPauseDeps): HeadsetPause {
  let order: OutputOrder | null = null;
  let paused = false;
  /** The music is out, and they count as gone. */
  let away = false;
  let pressedAt = -Infinity;
  let cancel: () => void = () => undefined;

  const ended = (): void => {
    cancel();
    paused = false;
    away = false;
  };
  const pause = (before: OutputOrder): void => {
    paused = true;
    output().follow({ ...before, cap: 0 });
    cancel = after(PAUSE_MS, () => {
      away = true;
      output().look();
    });
  };

  /** As it was before this window was loaded: nothing has sounded here yet that could be cut off. */
  const stayAway = (first: OutputOrder): void => {
    paused = true;
    away = true;
    output().follow(first);
  };

  return {
    isAway: () => away,
    list: async () => {
      const devices = await list();
      const chosen = order?.chosen ?? null;
      if (!away || chosen === null) return devices;
      const found = findOutput(chosen, devices);
      return found.kind === 'found' ? devices.filter(({ deviceId }) => deviceId !== found.deviceId) : devices;
    },
    follow: (next) => {
      const before = order;
      order = next;
      if (next.paused === true) {
        if (before === null) stayAway(next);
        else if (!paused) pause(next);
        return;
      }
      // Another cap says nothing of the headphones; anything else means that somebody chose.
      const capOnly = before !== null && sameOutput(before, next) && before.cap !== next.cap;
      if (paused && capOnly) return;
      ended();
      output().follow(next);
    },
    key: (action) => {
      if (order?.wireless !== true || now() - pressedAt < TWICE_MS) return;
      const stops = action === 'pause' || action === 'stop';
      if (!stops && action !== 'play') return;
      pressedAt = now();
      // What is muted still counts as playing for the browser, so that the headset's one button may say "pause" again.
      if (!paused) return stops ? pause(order) : undefined;
      ended();
      output().follow(order);
      output().look();
    },
  };
}

function sameOutput(one: OutputOrder, other: OutputOrder): boolean {
  return one.chosen?.deviceId === other.chosen?.deviceId && one.chosen?.label === other.chosen?.label;
}
