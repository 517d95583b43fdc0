/** Doubles the sample rate of one side with a half-band filter, block by block. */
import { BLOCK } from './types.ts';

/** Points on each side of the new sample; the band up to 9 kHz passes, its image is 80 dB down. */
const REACH = 16;

const TAPS = (() => {
  const taps = new Float64Array(2 * REACH);
  let sum = 0;
  for (let i = 0; i < taps.length; i++) {
    const t = i - REACH + 0.5;
    const part = t / REACH;
    const window = 0.42 + 0.5 * Math.cos(Math.PI * part) + 0.08 * Math.cos(2 * Math.PI * part);
    taps[i] = (Math.sin(Math.PI * t) / (Math.PI * t)) * window;
    sum += taps[i]!;
  }
  return taps.map((tap) => tap / sum);
})();

export class Doubler {
  /** The doubled signal from frame 0 on. */
  readonly out: Float32Array;
  readonly #recent = new Float64Array(2 * REACH + BLOCK);

  constructor(frames: number) {
    this.out = new Float32Array(frames);
  }

  /** Takes the block that begins at `frame`, in frames of the lower rate; it comes out `REACH` frames later. */
  add(frame: number, block: Float64Array): void {
    const recent = this.#recent;
    recent.copyWithin(0, BLOCK);
    recent.set(block, 2 * REACH);
    // Sample `i` of the block completes the surroundings of the one REACH before it.
    for (let i = 0; i < BLOCK; i++) {
      const at = 2 * (frame + i - REACH);
      if (at < 0 || at + 1 >= this.out.length) continue;
      let sum = 0;
      for (let k = 0; k < 2 * REACH; k++) sum += TAPS[k]! * recent[i + k + 1]!;
      this.out[at] = recent[i + REACH]!;
      this.out[at + 1] = sum;
    }
  }
}
