/** The interpolating filter of ITU-R BS.1770-4, annex 2: four phases of twelve taps, for four times the rate. */
const phases: readonly (readonly number[])[] = [
  [
    0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
    -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
  ],
  [
    -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
    -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
  ],
];
/** The other two phases are these, backwards. */
const all: readonly (readonly number[])[] = [...phases, ...phases.map((taps) => taps.toReversed()).toReversed()];
const TAPS = 12;
/** The four taps in the middle, which carry most of every phase. */
const FIRST = 4;
const AFTER = 8;
/** What the taps of a phase make of samples at most, times the largest of those: the two in the middle, the two beside them, the eight others. */
const mostOf = (part: (taps: readonly number[]) => readonly number[]): number =>
  Math.max(...all.map((taps) => part(taps).reduce((sum, tap) => sum + Math.abs(tap), 0)));
const MIDDLE_GAIN = mostOf((taps) => taps.slice(FIRST + 1, AFTER - 1));
const BESIDE_GAIN = mostOf((taps) => [taps[FIRST] ?? 0, taps[AFTER - 1] ?? 0]);
const OTHERS_GAIN = mostOf((taps) => taps.toSpliced(FIRST, AFTER - FIRST));
/** Phase by phase. */
const weights = Float64Array.from(all.flat());
/** Short enough that a peak lets few others be worked out. */
const BLOCK = 32;

/** Follows the true peak of one channel over pieces that come one after another. */
export class TruePeak {
  #peak = 0;
  /** No less than any of the eleven samples before the next block. */
  #before = 0;
  /** The last eleven samples of what came before, then what came last. Used again: as new ones they would be most of what is thrown away. */
  #joined = new Float32Array(TAPS - 1);

  /** Largest magnitude so far, 1 being full scale. */
  get peak(): number {
    return this.#peak;
  }

  push(samples: Float32Array): void {
    if (this.#joined.length < TAPS - 1 + samples.length) {
      const larger = new Float32Array(TAPS - 1 + samples.length);
      larger.set(this.#joined.subarray(0, TAPS - 1));
      this.#joined = larger;
    }
    const joined = this.#joined;
    joined.set(samples, TAPS - 1);
    for (let from = 0; from < samples.length; from += BLOCK)
      this.#block(joined, from, Math.min(from + BLOCK, samples.length));
    joined.copyWithin(0, samples.length, samples.length + TAPS - 1);
  }

  /** Samples `from` to `to` of what came, which stand eleven further on in `joined`. */
  #block(joined: Float32Array, from: number, to: number): void {
    const before = this.#before;
    let highest = 0;
    for (let at = from + TAPS - 1; at < to + TAPS - 1; at += 1) highest = Math.max(highest, Math.abs(joined[at] ?? 0));
    this.#before = to - from < TAPS ? Math.max(highest, before) : highest;
    this.#peak = Math.max(this.#peak, highest);
    const largest = Math.max(highest, before);
    // Most of most music cannot reach a peak that was there already. Each look costs more than the one before it and is
    // needed less often; the last one is the filter itself.
    const others = largest * OTHERS_GAIN;
    const around = others + largest * BESIDE_GAIN;
    if (largest * MIDDLE_GAIN + around <= this.#peak) return;
    let peak = this.#peak;
    let left = Math.abs(joined[from + 5] ?? 0);
    for (let at = from; at < to; at += 1) {
      const right = Math.abs(joined[at + 6] ?? 0);
      const middle = left > right ? left : right;
      left = right;
      if (middle * MIDDLE_GAIN + around <= peak) continue;
      for (let phase = 0; phase < weights.length; phase += TAPS)
        if (Math.abs(inner(joined, at, phase)) + others > peak)
          peak = Math.max(peak, Math.abs(filtered(joined, at, phase)));
    }
    this.#peak = peak;
  }
}

/** What the four taps in the middle make of the twelve samples from `at` on. */
function inner(joined: Float32Array, at: number, phase: number): number {
  return (
    (weights[phase + 4] ?? 0) * (joined[at + 7] ?? 0) +
    (weights[phase + 5] ?? 0) * (joined[at + 6] ?? 0) +
    (weights[phase + 6] ?? 0) * (joined[at + 5] ?? 0) +
    (weights[phase + 7] ?? 0) * (joined[at + 4] ?? 0)
  );
}

/** What all taps of a phase make of them; the first belongs to the newest. */
function filtered(joined: Float32Array, at: number, phase: number): number {
  let sum = 0;
  for (let tap = 0; tap < TAPS; tap += 1) sum += (weights[phase + tap] ?? 0) * (joined[at + TAPS - 1 - tap] ?? 0);
  return sum;
}
