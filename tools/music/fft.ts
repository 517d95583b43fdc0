/** In-place radix-2 FFT for the wavetables; forward and inverse differ only by sign and scale. */

interface Twiddles {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

const twiddleCache = new Map<number, Twiddles>();

function twiddles(size: number): Twiddles {
  const known = twiddleCache.get(size);
  if (known) return known;
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let i = 0; i < size / 2; i++) {
    cos[i] = Math.cos((2 * Math.PI * i) / size);
    sin[i] = Math.sin((2 * Math.PI * i) / size);
  }
  const made = { cos, sin };
  twiddleCache.set(size, made);
  return made;
}

function reorder(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  let j = 0;
  for (let i = 1; i < size; i++) {
    let bit = size >> 1;
    while (j & bit) {
      j ^= bit;
      bit >>= 1;
    }
    j ^= bit;
    if (i < j) {
      const r = re[i]!;
      re[i] = re[j]!;
      re[j] = r;
      const m = im[i]!;
      im[i] = im[j]!;
      im[j] = m;
    }
  }
}

/**
 * Unscaled transform of a complex signal whose length is a power of two.
 * `sign` is -1 for forward and +1 for inverse.
 */
export function fft(re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  const size = re.length;
  if (size !== im.length || (size & (size - 1)) !== 0) {
    throw new Error(`FFT length ${size} is not a power of two`);
  }
  const { cos, sin } = twiddles(size);
  reorder(re, im);
  for (let half = 1; half < size; half <<= 1) {
    const stride = size / (half << 1);
    for (let start = 0; start < size; start += half << 1) {
      for (let k = 0; k < half; k++) {
        const wr = cos[k * stride]!;
        const wi = sign * sin[k * stride]!;
        const a = start + k;
        const b = a + half;
        const br = re[b]! * wr - im[b]! * wi;
        const bi = re[b]! * wi + im[b]! * wr;
        re[b] = re[a]! - br;
        im[b] = im[a]! - bi;
        re[a] = re[a]! + br;
        im[a] = im[a]! + bi;
      }
    }
  }
}
