/** Second-order filters, direct form II transposed, in 64-bit floats. */
import { RATE } from './types.ts';

export interface Coefficients {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

export class Biquad {
  readonly #c: Coefficients;
  #s1 = 0;
  #s2 = 0;

  constructor(coefficients: Coefficients) {
    this.#c = coefficients;
  }

  /** Filters `count` samples of `signal` in place, starting at `from`. */
  run(signal: Float32Array | Float64Array, from: number, count: number): void {
    const [b0, b1, b2] = this.#c.b;
    const [a1, a2] = this.#c.a;
    let s1 = this.#s1;
    let s2 = this.#s2;
    for (let i = from; i < from + count; i++) {
      const x = signal[i]!;
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      signal[i] = y;
    }
    this.#s1 = s1;
    this.#s2 = s2;
  }
}

/** Butterworth-style low- or high-pass; `q` 0.707 is maximally flat. */
export function pass(kind: 'low' | 'high', hz: number, q: number): Coefficients {
  const w = (2 * Math.PI * hz) / RATE;
  const alpha = Math.sin(w) / (2 * q);
  const c = Math.cos(w);
  const a0 = 1 + alpha;
  const edge = kind === 'low' ? (1 - c) / 2 : (1 + c) / 2;
  const middle = kind === 'low' ? 1 - c : -(1 + c);
  return { b: [edge / a0, middle / a0, edge / a0], a: [(-2 * c) / a0, (1 - alpha) / a0] };
}

/** The two stages of K-weighting at 48 kHz, as tabulated in ITU-R BS.1770-4. */
export const K_SHELF: Coefficients = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
export const K_HIGHPASS: Coefficients = {
  b: [1, -2, 1],
  a: [-1.99004745483398, 0.99007225036621],
};
