import type { Measured } from '../../shared/music/loudness.ts';

/** To the thread that measures: the next stretch of a sound, that it is over, or that it is given up. */
export type ToMeter =
  | { readonly kind: 'stretch'; readonly rate: number; readonly channels: readonly Float32Array<ArrayBuffer>[] }
  | { readonly kind: 'end' | 'drop' };

/** From it, one answer to each in their order; `measured`: what the whole sound is. */
export type FromMeter = { readonly kind: 'taken' } | { readonly kind: 'measured'; readonly measured: Measured | null };
