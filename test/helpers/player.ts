import { expect } from 'playwright/test';
import type { Room } from './launch-room.ts';
import type { Nurse } from './nurse.ts';

/** A track as it sounds in the player window. */
export interface Sounding {
  readonly source: string;
  readonly positionMs: number;
  readonly volume: number;
  /** The moment of that position, epoch ms. */
  readonly at: number;
}

/** Gives the player's window these outputs, by their labels, in the place of the computer's own. */
export async function giveOutputs(room: Room, labels: readonly string[]): Promise<void> {
  const player = await room.window('player');
  await player.evaluate((names) => {
    const devices = names.map((label) => ({ kind: 'audiooutput', deviceId: `id of ${label}`, groupId: '', label }));
    Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', {
      configurable: true,
      value: () => Promise.resolve(devices),
    });
    HTMLMediaElement.prototype.setSinkId = function (this: HTMLMediaElement, id: string) {
      Object.defineProperty(this, 'sinkId', { configurable: true, value: id });
      return Promise.resolve();
    };
  }, labels);
}

/** What the record says of the headphones, by type; it comes a moment after the screen and the sound. */
export async function outputsTold(nurse: Nurse, sessionId: string): Promise<readonly string[]> {
  const types = (await nurse.recordOf(sessionId)).map(({ body }) => body.type);
  return types.filter((type) => type.startsWith('output'));
}

interface KeptKeys {
  readonly mediaKeys: Map<MediaSessionAction, MediaSessionActionHandler>;
}

/** Loads the player's window anew with its media keys within reach: no test can press those of a headset. */
export async function keepMediaKeys(room: Room): Promise<void> {
  const player = await room.window('player');
  await player.addInitScript(() => {
    const mediaKeys: KeptKeys['mediaKeys'] = new Map();
    navigator.mediaSession.setActionHandler = (action, handler) => {
      if (handler !== null) mediaKeys.set(action, handler);
    };
    Object.assign(globalThis, { mediaKeys });
  });
  await player.reload();
}

export async function pressMediaKey(room: Room, key: MediaSessionAction): Promise<void> {
  const player = await room.window('player');
  await player.evaluate((action) => {
    (globalThis as unknown as KeptKeys).mediaKeys.get(action)?.({ action });
  }, key);
}

/** Where each track that plays is led, and whether it may be heard there. */
export async function routes(room: Room): Promise<readonly { readonly sink: string; readonly muted: boolean }[]> {
  const player = await room.window('player');
  return player.evaluate(() => {
    const { Howler } = globalThis as unknown as { readonly Howler?: { readonly _howls: readonly HowlLike[] } };
    return (Howler?._howls ?? [])
      .filter((howl) => howl.playing())
      .flatMap(({ _sounds }) => _sounds.map(({ _node: { sinkId, muted } }) => ({ sink: sinkId, muted })));
  });
}

interface HowlLike {
  readonly _sounds: readonly { readonly _node: HTMLMediaElement }[];
  readonly playing: () => boolean;
  readonly seek: () => number;
  readonly volume: () => number;
  readonly _src: string;
  readonly _state: string;
}

/** What the player window plays just now, the loudest first: asked of Howler itself, not of our own reports. */
export async function playing(room: Room): Promise<readonly Sounding[]> {
  const player = await room.window('player');
  const sounding = await player.evaluate(() => {
    const { Howler } = globalThis as unknown as { readonly Howler?: { readonly _howls: readonly HowlLike[] } };
    return (Howler?._howls ?? [])
      .filter((howl) => howl.playing())
      .map((howl) => ({
        ...{ source: String(howl._src), volume: howl.volume() },
        ...{ positionMs: howl.seek() * 1000, at: Date.now() },
      }));
  });
  return sounding.toSorted((a, b) => b.volume - a.volume);
}

/** Waits until a track plays; where none does within a minute, the error says what the player's window has instead. */
export async function untilPlaying(room: Room): Promise<void> {
  try {
    await expect.poll(async () => (await playing(room)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  } catch (problem) {
    throw new Error(`No track plays. In the player's window: ${await insideOf(room)}`, { cause: problem });
  }
}

async function insideOf(room: Room): Promise<string> {
  const player = await room.window('player');
  return player.evaluate(() => {
    const { Howler } = globalThis as unknown as { readonly Howler?: { readonly _howls: readonly HowlLike[] } };
    const howls = Howler?._howls.map(({ _src, _state, _sounds }) => ({
      ...{ source: _src, state: _state },
      elements: _sounds.map(({ _node: { readyState, networkState, paused, currentTime, error } }) => ({
        ...{ readyState, networkState, paused, currentTime, error: error?.message },
      })),
    }));
    return JSON.stringify({ page: document.URL, visible: document.visibilityState, howls });
  });
}
