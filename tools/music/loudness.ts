/** Loudness after ITU-R BS.1770-4: K-weighting, 400 ms gating blocks, two gates. */
import { Biquad, K_HIGHPASS, K_SHELF } from './biquad.ts';
import { RATE } from './types.ts';

/** Length of one measuring step; gating blocks are four of them. */
const STEP = RATE / 10;

/** Mean K-weighted power, both sides summed, of each 100 ms step. */
export function stepPowers(left: Float32Array, right: Float32Array): Float64Array {
  const steps = Math.floor(left.length / STEP);
  const powers = new Float64Array(steps);
  for (const side of [left, right]) {
    const shelf = new Biquad(K_SHELF);
    const high = new Biquad(K_HIGHPASS);
    const block = new Float64Array(STEP);
    for (let step = 0; step < steps; step++) {
      block.set(side.subarray(step * STEP, (step + 1) * STEP));
      shelf.run(block, 0, STEP);
      high.run(block, 0, STEP);
      let sum = 0;
      for (let i = 0; i < STEP; i++) sum += block[i]! * block[i]!;
      powers[step] = powers[step]! + sum / STEP;
    }
  }
  return powers;
}

/** LUFS of a K-weighted mean power. */
export function toLufs(power: number): number {
  return power > 0 ? -0.691 + 10 * Math.log10(power) : -Infinity;
}

/** Powers of sliding windows of `length` steps. */
export function windows(powers: Float64Array, length: number): number[] {
  const found: number[] = [];
  let sum = 0;
  for (let i = 0; i < powers.length; i++) {
    sum += powers[i]!;
    if (i >= length) sum -= powers[i - length]!;
    if (i >= length - 1) found.push(Math.max(0, sum / length));
  }
  return found;
}

function mean(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0) / list.length;
}

/** Integrated loudness in LUFS; -Infinity for silence. */
export function integratedLufs(powers: Float64Array): number {
  const loud = windows(powers, 4).filter((power) => toLufs(power) > -70);
  if (loud.length === 0) return -Infinity;
  const gate = toLufs(mean(loud)) - 10;
  return toLufs(mean(loud.filter((power) => toLufs(power) > gate)));
}

/** Short-term loudness (3 s windows each 100 ms) in LUFS. */
export function shortTermLufs(powers: Float64Array): number[] {
  return windows(powers, 30).map(toLufs);
}
