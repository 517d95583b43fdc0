import type { Room } from './launch-room.ts';

/** A track as it sounds in the player window. */
export interface Sounding {
  readonly source: string;
  readonly positionMs: number;
  readonly volume: number;
}

interface HowlLike {
  readonly playing: () => boolean;
  readonly seek: () => number;
  readonly volume: () => number;
  readonly _src: string;
}

/** What the player window plays just now, the loudest first: asked of Howler itself, not of our own reports. */
export async function playing(room: Room): Promise<readonly Sounding[]> {
  const player = await room.window('player');
  const sounding = await player.evaluate(() => {
    const { Howler } = globalThis as unknown as { readonly Howler?: { readonly _howls: readonly HowlLike[] } };
    return (Howler?._howls ?? [])
      .filter((howl) => howl.playing())
      .map((howl) => ({ source: String(howl._src), positionMs: howl.seek() * 1000, volume: howl.volume() }));
  });
  return sounding.toSorted((a, b) => b.volume - a.volume);
}
