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
/** No phase makes more of twelve samples than this many times the largest of them. */
const MOST_GAIN = Math.max(...all.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)));
/** Tap by tap, its four phases side by side. */
const weights = Float64Array.from({ length: TAPS * 4 }, (_none, at) => all[at % 4]?.[Math.floor(at / 4)] ?? 0);
/** Short enough that a peak lets few others be worked out. */
const BLOCK = 32;

/** Follows the true peak of one channel over pieces that come one after another. */
export class TruePeak {
  #peak = 0;
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
    let largest = 0;
    for (let at = from; at < to + TAPS - 1; at += 1) largest = Math.max(largest, Math.abs(joined[at] ?? 0));
    this.#peak = Math.max(this.#peak, largest);
    // Most of most music cannot reach a peak that was there already.
    if (largest * MOST_GAIN <= this.#peak) return;
    let peak = this.#peak;
    for (let at = from; at < to; at += 1) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let tap = 0; tap < TAPS; tap += 1) {
        const sample = joined[at + TAPS - 1 - tap] ?? 0;
        first += (weights[tap * 4] ?? 0) * sample;
        second += (weights[tap * 4 + 1] ?? 0) * sample;
        third += (weights[tap * 4 + 2] ?? 0) * sample;
        fourth += (weights[tap * 4 + 3] ?? 0) * sample;
      }
      peak = Math.max(peak, Math.abs(first), Math.abs(second), Math.abs(third), Math.abs(fourth));
    }
    this.#peak = peak;
  }
}
