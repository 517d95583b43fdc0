import { Howl, Howler } from 'howler';
import type { Output, Voice } from './output.ts';
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
  /** Null where Howler made no element, since it knows no way to play the file: such a one never sounds. */
  readonly voice: Voice | null;
  playId: number | null;
  loaded: boolean;
}

/**
 * Plays files through Howler's html5 side. Howler loads, starts and unloads; fades are ours (its own leave holes), and
 * position and search go straight to the element, since Howler's search pauses. Where and how loud is the output's.
 * @param addressOf address of a file of the music folder
 */
export function createHowlerAudio(
  addressOf: (file: string) => string,
  output: Output,
  tell: (event: AudioEvent) => void,
): DeckAudio {
  prepareHowler();
  const slots = new Map<number, Slot>();
  let spare: Slot | null = null;

  const fetchSlot = (file: string): Slot => {
    const howl = new Howl({ src: [addressOf(file)], html5: true, preload: true, volume: 0 });
    const node = elementOf(howl);
    const voice = node === null ? null : { node, apply: (volume: number) => void howl.volume(volume) };
    if (voice !== null) output.take(voice);
    const slot: Slot = { file, howl, voice, playId: null, loaded: false };
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

  const giveUp = (slot: Slot): void => {
    if (slot.voice !== null) output.drop(slot.voice);
    slot.howl.unload();
  };

  const dropSpare = (): void => {
    if (spare !== null) giveUp(spare);
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
      const slot = slots.get(playId);
      if (slot === undefined || slot.voice === null) return;
      void output.ready(slot.voice).then(() => {
        if (!owns(slot)) return;
        // Searching first also marks the sound as begun: otherwise play() would start a new one at 0.
        slot.howl.seek(positionMs / 1000);
        slot.howl.play();
      });
    },
    seek: (playId, positionMs) => {
      const slot = slots.get(playId);
      const node = elementOf(slot?.howl);
      if (slot === undefined || node === null) return;
      node.addEventListener('seeked', () => tellOf(slot, 'sought'), { once: true });
      node.currentTime = positionMs / 1000;
    },
    volume: (playId, level) => {
      const slot = slots.get(playId);
      if (slot !== undefined && slot.voice !== null) output.level(slot.voice, level);
    },
    positionMs: (playId) => {
      const node = elementOf(slots.get(playId)?.howl);
      return node === null ? null : node.currentTime * 1000;
    },
    unload: (playId) => {
      const slot = slots.get(playId);
      slots.delete(playId);
      if (slot !== undefined) giveUp(slot);
    },
  };
}

/** The element that Howler made with the howl. */
function elementOf(howl: Howl | undefined): HTMLAudioElement | null {
  return (howl as unknown as HowlInside | undefined)?._sounds[0]?._node ?? null;
}
