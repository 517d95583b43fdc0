import { TruePeak } from './true-peak.ts';

/** What was measured of a whole track. */
export interface Measured {
  /** EBU R128 integrated loudness, LUFS; null where nothing was loud enough to count. */
  readonly loudnessLufs: number | null;
  /** dBTP; null for digital silence. */
  readonly truePeakDb: number | null;
  readonly durationMs: number;
  readonly silenceStartMs: number;
  readonly silenceEndMs: number;
}

/** A block quieter than this, LUFS, never counts. */
const ABSOLUTE_GATE = -70;
/** Blocks this far below the mean of those above the absolute gate do not count, LU. */
const RELATIVE_GATE = -10;
/** Steps of the 400 ms blocks, which overlap by three quarters. */
const STEPS_A_SECOND = 10;
const STEPS_A_BLOCK = 4;
/** Below -60 dB of full scale there is nothing to hear beside a room. */
const SILENT = 0.001;
/** Weights by the order of channels in files: left, right, centre, low frequencies, and the surrounds. */
const surroundWeights: readonly number[] = [1, 1, 1, 0, 1.41, 1.41];

interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** The two filters of K-weighting for any sample rate: the head's shelf, then the high pass. */
export function kWeighting(rate: number): readonly [Biquad, Biquad] {
  const shelf = (() => {
    const k = Math.tan((Math.PI * 1681.974450955533) / rate);
    const q = 0.7071752369554196;
    const high = 10 ** (3.999843853973347 / 20);
    const band = high ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return biquad(high + (band * k) / q + k * k, 2 * (k * k - high), high - (band * k) / q + k * k, k, q, a0);
  })();
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  const { a } = biquad(0, 0, 0, k, q, a0);
  return [shelf, { b: [1, -2, 1], a }];
}

function biquad(b0: number, b1: number, b2: number, k: number, q: number, a0: number): Biquad {
  return { b: [b0 / a0, b1 / a0, b2 / a0], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

/**
 * Measures a track piece by piece, by ITU-R BS.1770-4: K-weighting, mean squares of 400 ms, both gates, true peak. One
 * channel alone counts twice, since headphones play it on both ears.
 */
export class LoudnessMeter {
  readonly #rate: number;
  readonly #filters: readonly [Biquad, Biquad];
  readonly #states: Float64Array[];
  readonly #peaks: readonly TruePeak[];
  readonly #weights: readonly number[];
  readonly #steps: number[] = [];
  #energy = 0;
  #frames = 0;
  #firstSound = -1;
  #lastSound = -1;

  constructor(rate: number, channels: number) {
    this.#rate = rate;
    this.#filters = kWeighting(rate);
    this.#states = Array.from({ length: channels }, () => new Float64Array(4));
    this.#peaks = this.#states.map(() => new TruePeak());
    this.#weights = channels === 1 ? [2] : this.#states.map((_state, index) => surroundWeights[index] ?? 0);
  }

  /** The next samples, one array a channel, all of one length. */
  push(channels: readonly Float32Array[]): void {
    const length = channels[0]?.length ?? 0;
    channels.forEach((samples, index) => this.#peaks[index]?.push(samples));
    for (let at = 0; at < length;) {
      const stepEnds = Math.round(((this.#steps.length + 1) * this.#rate) / STEPS_A_SECOND);
      const to = Math.min(length, at + stepEnds - this.#frames);
      channels.forEach((samples, index) => {
        this.#energy += (this.#weights[index] ?? 0) * this.#weigh(samples, at, to, index);
        this.#listen(samples, at, to);
      });
      this.#frames += to - at;
      at = to;
      if (this.#frames < stepEnds) continue;
      this.#steps.push((this.#energy * STEPS_A_SECOND) / this.#rate);
      this.#energy = 0;
    }
  }

  result(): Measured {
    const peak = Math.max(0, ...this.#peaks.map((one) => one.peak));
    const ms = (frames: number): number => Math.round((frames * 1000) / this.#rate);
    const none = this.#firstSound < 0;
    return {
      loudnessLufs: integrated(this.#steps),
      truePeakDb: peak === 0 ? null : 20 * Math.log10(peak),
      durationMs: ms(this.#frames),
      silenceStartMs: ms(none ? this.#frames : this.#firstSound),
      silenceEndMs: ms(none ? this.#frames : this.#frames - 1 - this.#lastSound),
    };
  }

  /** Sum of squares of samples `from` to `to` after K-weighting. */
  #weigh(samples: Float32Array, from: number, to: number, channel: number): number {
    const state = this.#states[channel];
    if (state === undefined) return 0;
    const [{ b: b1, a: a1 }, { b: b2, a: a2 }] = this.#filters;
    let [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = state;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const x = samples[at] ?? 0;
      const y = b1[0] * x + s1;
      s1 = b1[1] * x - a1[0] * y + s2;
      s2 = b1[2] * x - a1[1] * y;
      const z = b2[0] * y + s3;
      s3 = b2[1] * y - a2[0] * z + s4;
      s4 = b2[2] * y - a2[1] * z;
      sum += z * z;
    }
    state.set([s1, s2, s3, s4]);
    return sum;
  }

  #listen(samples: Float32Array, from: number, to: number): void {
    const sounds = (at: number): boolean => Math.abs(samples[at] ?? 0) > SILENT;
    let first = from;
    while (first < to && !sounds(first)) first += 1;
    if (first === to) return;
    let last = to - 1;
    while (!sounds(last)) last -= 1;
    const before = this.#frames - from;
    if (this.#firstSound < 0 || before + first < this.#firstSound) this.#firstSound = before + first;
    this.#lastSound = Math.max(this.#lastSound, before + last);
  }
}

/** Integrated loudness of mean squares of 100 ms, by the two gates. */
function integrated(steps: readonly number[]): number | null {
  const blocks: number[] = [];
  for (let at = 0; at + STEPS_A_BLOCK <= steps.length; at += 1) {
    const block = (steps[at] ?? 0) + (steps[at + 1] ?? 0) + (steps[at + 2] ?? 0) + (steps[at + 3] ?? 0);
    blocks.push(block / STEPS_A_BLOCK);
  }
  const loud = blocks.filter((block) => lufs(block) > ABSOLUTE_GATE);
  if (loud.length === 0) return null;
  const gate = lufs(mean(loud)) + RELATIVE_GATE;
  return lufs(mean(loud.filter((block) => lufs(block) > gate)));
}

function lufs(meanSquare: number): number {
  return -0.691 + 10 * Math.log10(meanSquare);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
