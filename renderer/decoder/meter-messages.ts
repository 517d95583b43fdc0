import type { Measured } from '../../shared/music/loudness.ts';

/** One array a channel, `length` frames of which are sound. They are handed over and handed back: as new ones they would pile up. */
export interface Handed {
  readonly channels: readonly Float32Array<ArrayBuffer>[];
  readonly length: number;
}

/** To the thread that measures: the next stretch of a sound, that it is over, or that it is given up. */
export type ToMeter =
  | { readonly kind: 'stretch'; readonly rate: number; readonly handed: Handed }
  | { readonly kind: 'end' | 'drop' };

/** From it, one answer to each in their order; `measured`: what the whole sound is. */
export type FromMeter =
  | { readonly kind: 'taken'; readonly handed: Handed }
  | { readonly kind: 'measured'; readonly measured: Measured | null };
