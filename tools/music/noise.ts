/**
 * Surf, warm wind and breath: lanes of filtered noise that swell and ebb on
 * their own slow clocks. A lane never falls quite silent and never jumps.
 */
import { NOISE_PRESETS, type LaneShape } from './noise-presets.ts';
import { Prng } from './prng.ts';
import { BLOCK, SYNTH_RATE, type NoiseName } from './types.ts';

/** One-pole edges after the filter of a lane, Hz: no rumble under it and no hiss over it. */
const LEAST_HZ = 95;
const MOST_HZ = 2600;

function onePole(hz: number): number {
  return 1 - Math.exp((-2 * Math.PI * hz) / SYNTH_RATE);
}

class Lane {
  readonly #shape: LaneShape;
  readonly #rng: Prng;
  #white: number;
  #low = 0;
  #bandState = 0;
  #rumble = 0;
  #soft = 0;
  #from = 0;
  #to = 0;
  #height = 1;
  #panFrom = 0;
  #panTo = 0;
  #last = { gain: 0, g: 0.01, left: 0, right: 0 };

  constructor(shape: LaneShape, seed: string, frame: number) {
    this.#shape = shape;
    this.#rng = new Prng(seed);
    this.#white = Math.floor(this.#rng.range(1, 0x7fffffff));
    this.#panTo = this.#rng.range(...shape.pan);
    // The first swell begins in the past, so lanes do not all start from their floor.
    this.#swell(frame - this.#rng.range(0, shape.seconds[0]) * SYNTH_RATE);
    this.#last = this.#control(frame);
  }

  #swell(frame: number): void {
    this.#from = frame;
    this.#to = frame + this.#rng.range(...this.#shape.seconds) * SYNTH_RATE;
    this.#height = this.#rng.range(0.55, 1);
    this.#panFrom = this.#panTo;
    this.#panTo = this.#rng.range(...this.#shape.pan);
  }

  #control(frame: number): { gain: number; g: number; left: number; right: number } {
    const shape = this.#shape;
    const at = Math.min(1, Math.max(0, (frame - this.#from) / (this.#to - this.#from)));
    const turn = at < shape.rise ? at / shape.rise : 1 - (at - shape.rise) / (1 - shape.rise);
    const env = Math.pow(0.5 - 0.5 * Math.cos(Math.PI * turn), 1.3) * this.#height;
    const hz = shape.hz[0] * Math.pow(shape.hz[1] / shape.hz[0], env);
    const pan = this.#panFrom + (this.#panTo - this.#panFrom) * (0.5 - 0.5 * Math.cos(Math.PI * at));
    const g = Math.tan((Math.PI * hz) / SYNTH_RATE);
    return {
      // The root keeps the loudness of a swell from growing with the width of its band.
      gain: (shape.gain * (shape.floor + (1 - shape.floor) * env)) / Math.sqrt(g),
      g,
      left: Math.cos((1 + pan) * (Math.PI / 4)),
      right: Math.sin((1 + pan) * (Math.PI / 4)),
    };
  }

  add(frame: number, left: Float64Array, right: Float64Array): void {
    if (frame >= this.#to) this.#swell(this.#to);
    const from = this.#last;
    const to = this.#control(frame + BLOCK);
    this.#last = to;
    const k = this.#shape.damping;
    const a1 = 1 / (1 + to.g * (to.g + k));
    const a2 = to.g * a1;
    const a3 = to.g * a2;
    const band = this.#shape.band;
    const l0 = from.gain * from.left;
    const r0 = from.gain * from.right;
    const dl = (to.gain * to.left - l0) / BLOCK;
    const dr = (to.gain * to.right - r0) / BLOCK;
    const under = onePole(LEAST_HZ);
    const over = onePole(MOST_HZ);
    let rumble = this.#rumble;
    let soft = this.#soft;
    let white = this.#white;
    let s1 = this.#bandState;
    let s2 = this.#low;
    for (let i = 0; i < BLOCK; i++) {
      white ^= white << 13;
      white ^= white >>> 17;
      white ^= white << 5;
      const v3 = white / 2_147_483_648 - s2;
      const v1 = a1 * s1 + a2 * v3;
      const v2 = s2 + a2 * s1 + a3 * v3;
      s1 = 2 * v1 - s1;
      s2 = 2 * v2 - s2;
      const swell = band ? v1 : v2;
      rumble += under * (swell - rumble);
      soft += over * (swell - rumble - soft);
      left[i] = left[i]! + soft * (l0 + dl * i);
      right[i] = right[i]! + soft * (r0 + dr * i);
    }
    this.#white = white;
    this.#rumble = rumble;
    this.#soft = soft;
    this.#bandState = s1;
    this.#low = s2;
  }
}

export class NoiseSource {
  readonly #lanes: readonly Lane[];

  constructor(preset: NoiseName, seed: string, frame: number) {
    this.#lanes = NOISE_PRESETS[preset].map((shape, i) => new Lane(shape, `${seed} lane ${i}`, frame));
  }

  add(frame: number, left: Float64Array, right: Float64Array): void {
    for (const lane of this.#lanes) lane.add(frame, left, right);
  }
}
