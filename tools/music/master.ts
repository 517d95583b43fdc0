/**
 * From the mixed track to 16-bit PCM: band limits, a very slow evening of the
 * level, fades, and the common loudness. There is no limiter: a track whose
 * peaks do not fit is composed wrongly and is refused.
 */
import { createHash } from 'node:crypto';
import { Biquad, pass } from './biquad.ts';
import { integratedLufs, stepPowers, toLufs } from './loudness.ts';
import { Prng } from './prng.ts';
import { truePeakDb } from './truepeak.ts';
import { RATE, fromDb } from './types.ts';

export const TARGET_LUFS = -23;
export const PEAK_LIMIT_DB = -3;

/** Fades in seconds; the app's 8 s crossfade lies over them. */
const FADE_IN = 4;
const FADE_OUT = 5;

/** Half width of the window that the level is evened over, in 100 ms steps. */
const EVEN_STEPS = 90;
const EVEN_AMOUNT = 0.45;
const EVEN_LIMIT_DB = 5;

export interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

export interface Mastered {
  /** Interleaved 16-bit samples. */
  readonly pcm: Int16Array;
  readonly sha256: string;
  readonly loudnessLufs: number;
  readonly truePeakDb: number;
}

function bandLimit(side: Float32Array): void {
  for (const stage of [pass('high', 30, 0.541), pass('high', 30, 1.307), pass('low', 7500, 0.6)]) {
    new Biquad(stage).run(side, 0, side.length);
  }
}

/** Gain in dB for each 100 ms step that draws slow level changes together without flattening them. */
function evening(powers: Float64Array): Float64Array {
  const target = integratedLufs(powers);
  const gains = new Float64Array(powers.length);
  for (let i = 0; i < powers.length; i++) {
    let sum = 0;
    let weight = 0;
    for (let k = -EVEN_STEPS; k <= EVEN_STEPS; k++) {
      const at = i + k;
      if (at < 0 || at >= powers.length) continue;
      const w = 0.5 + 0.5 * Math.cos((Math.PI * k) / (EVEN_STEPS + 1));
      sum += w * powers[at]!;
      weight += w;
    }
    const wanted = EVEN_AMOUNT * (target - toLufs(sum / weight));
    gains[i] = Math.max(-EVEN_LIMIT_DB, Math.min(EVEN_LIMIT_DB, wanted));
  }
  return gains;
}

function applySteps(side: Float32Array, gains: Float64Array): void {
  const step = RATE / 10;
  for (let i = 0; i < gains.length; i++) {
    const from = fromDb(gains[i]!);
    const to = fromDb(gains[Math.min(i + 1, gains.length - 1)]!);
    const end = i === gains.length - 1 ? side.length : (i + 1) * step;
    for (let k = i * step; k < end; k++) {
      side[k] = side[k]! * (from + (to - from) * Math.min(1, (k - i * step) / step));
    }
  }
}

function fade(side: Float32Array): void {
  const rise = FADE_IN * RATE;
  const fall = FADE_OUT * RATE;
  for (let i = 0; i < Math.min(rise, side.length); i++) {
    side[i] = side[i]! * (0.5 - 0.5 * Math.cos((Math.PI * i) / rise));
  }
  for (let i = 0; i < Math.min(fall, side.length); i++) {
    const at = side.length - 1 - i;
    side[at] = side[at]! * (0.5 - 0.5 * Math.cos((Math.PI * i) / fall));
  }
}

function quantise({ left, right }: Stereo, gain: number): Int16Array {
  const pcm = new Int16Array(2 * left.length);
  const rng = new Prng('dither');
  for (let i = 0; i < left.length; i++) {
    // Triangular dither: fades end in silence instead of in steps.
    pcm[2 * i] = Math.round(left[i]! * gain * 32767 + rng.next() - rng.next());
    pcm[2 * i + 1] = Math.round(right[i]! * gain * 32767 + rng.next() - rng.next());
  }
  return pcm;
}

/** Hash of PCM as little-endian bytes. */
export function pcmHash(pcm: Int16Array): string {
  return createHash('sha256')
    .update(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength))
    .digest('hex');
}

/** Masters a mixed track in place. `loop` keeps both ends at full level. */
export function master(mix: Stereo, loop: boolean, id: string): Mastered {
  bandLimit(mix.left);
  bandLimit(mix.right);
  const gains = evening(stepPowers(mix.left, mix.right));
  for (const side of [mix.left, mix.right]) {
    applySteps(side, gains);
    if (!loop) fade(side);
  }
  const gainDb = TARGET_LUFS - integratedLufs(stepPowers(mix.left, mix.right));
  const peak = truePeakDb(mix.left, mix.right) + gainDb;
  if (!(peak <= PEAK_LIMIT_DB)) {
    throw new Error(`${id}: true peak ${peak.toFixed(1)} dBTP at ${TARGET_LUFS} LUFS; soften its layers`);
  }
  const pcm = quantise(mix, fromDb(gainDb));
  return { pcm, sha256: pcmHash(pcm), loudnessLufs: TARGET_LUFS, truePeakDb: peak };
}
