import { Howl, Howler } from 'howler';
import type { AudioEvent, DeckAudio } from './player.ts';

/** The members of howler 2.2.4 that its types do not name. */
interface HowlerInside {
  _html5AudioPool: HTMLAudioElement[];
}
interface HowlInside {
  readonly _sounds: readonly { readonly _node?: HTMLAudioElement }[];
  _clearSound: (node: HTMLAudioElement) => void;
}

/** Two tracks that sound, one that is kept ready, one that goes in a hurry: the elements are made once and used again. */
const ELEMENTS = 4;

function prepareHowler(): void {
  // No AudioContext: it would run for nothing, and Chromium never revives one whose device failed.
  Howler.usingWebAudio = false;
  Howler.autoUnlock = false;
  const pool = (Howler as unknown as HowlerInside)._html5AudioPool;
  // Howler takes back only elements that it believes unlocked; others would be thrown away with every track.
  while (pool.length < ELEMENTS) pool.push(Object.assign(new Audio(), { _unlocked: true }));
  // Howler empties an element with a data: address, which our content security policy refuses.
  (Howl.prototype as unknown as HowlInside)._clearSound = (node) => {
    node.removeAttribute('src');
    node.load();
  };
}

interface Slot {
  readonly file: string;
  readonly howl: Howl;
  playId: number | null;
  loaded: boolean;
}

/**
 * Plays files through Howler's html5 side. Howler loads, starts and unloads; fades are ours (its own leave holes), and
 * position and search go straight to the element, since Howler's search pauses.
 * @param addressOf address of a file of the music folder
 */
export function createHowlerAudio(addressOf: (file: string) => string, tell: (event: AudioEvent) => void): DeckAudio {
  prepareHowler();
  const slots = new Map<number, Slot>();
  let spare: Slot | null = null;

  const fetchSlot = (file: string): Slot => {
    const howl = new Howl({ src: [addressOf(file)], html5: true, preload: true, volume: 0 });
    const slot: Slot = { file, howl, playId: null, loaded: false };
    const say = (kind: 'loaded' | 'playing' | 'ended') => () => {
      if (kind === 'loaded') slot.loaded = true;
      tellOf(slot, kind);
    };
    const fail = (code: string) => () => {
      if (owns(slot)) tell({ kind: 'failed', playId: slot.playId, code });
      else if (spare === slot) dropSpare();
    };
    howl.on('load', say('loaded')).on('play', say('playing')).on('end', say('ended'));
    howl.on('loaderror', fail('loadFailed')).on('playerror', fail('playFailed'));
    return slot;
  };

  /** Howler speaks late: after a slot was given up, what it says is of no interest. */
  const owns = (slot: Slot): slot is Slot & { playId: number } =>
    slot.playId !== null && slots.get(slot.playId) === slot;

  const tellOf = (slot: Slot, kind: 'loaded' | 'playing' | 'sought' | 'ended'): void => {
    if (owns(slot)) tell({ kind, playId: slot.playId });
  };

  const dropSpare = (): void => {
    spare?.howl.unload();
    spare = null;
  };

  return {
    prepare: (file) => {
      if (spare?.file === file) return;
      dropSpare();
      if (file !== null) spare = fetchSlot(file);
    },
    load: (playId, file) => {
      const slot: Slot = spare?.file === file ? spare : fetchSlot(file);
      if (slot === spare) spare = null;
      slot.playId = playId;
      slots.set(playId, slot);
      // Told later, like everything else that is told: never from inside the call.
      if (slot.loaded) queueMicrotask(() => tellOf(slot, 'loaded'));
    },
    play: (playId, positionMs) => {
      // Searching first also marks the sound as begun: otherwise play() would start a new one at 0.
      slots.get(playId)?.howl.seek(positionMs / 1000);
      slots.get(playId)?.howl.play();
    },
    seek: (playId, positionMs) => {
      const slot = slots.get(playId);
      const node = nodeOf(slot);
      if (slot === undefined || node === null) return;
      node.addEventListener('seeked', () => tellOf(slot, 'sought'), { once: true });
      node.currentTime = positionMs / 1000;
    },
    volume: (playId, level) => {
      slots.get(playId)?.howl.volume(Math.min(1, Math.max(0, level)));
    },
    positionMs: (playId) => {
      const node = nodeOf(slots.get(playId));
      return node === null ? null : node.currentTime * 1000;
    },
    unload: (playId) => {
      const slot = slots.get(playId);
      slots.delete(playId);
      slot?.howl.unload();
    },
  };
}

function nodeOf(slot: Slot | undefined): HTMLAudioElement | null {
  return (slot?.howl as HowlInside | undefined)?._sounds[0]?._node ?? null;
}
