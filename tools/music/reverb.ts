/**
 * A large, dark room: sixteen delay lines fed back through a Householder
 * matrix, each with its own damping. Two lines in each half wander by a few
 * samples, which keeps single tones from ringing like metal.
 */
import { BLOCK, SYNTH_RATE, fromDb, type ReverbShape } from './types.ts';

const LINES = 16;

/** Prime lengths in frames, 33 to 160 ms: no two lines share an echo. */
const LENGTHS = [797, 953, 1103, 1277, 1427, 1583, 1777, 1949, 2129, 2309, 2503, 2707, 2927, 3163, 3467, 3863] as const;

/** All-pass lengths of the diffusers before the lines, frames. */
const DIFFUSE_LEFT = [73, 167, 331, 541] as const;
const DIFFUSE_RIGHT = [83, 157, 347, 509] as const;

const WANDER_FRAMES = 4;
const SIZE = 4096;
const MASK = SIZE - 1;

class Diffuser {
  readonly #buffer: Float64Array;
  #at = 0;

  constructor(frames: number) {
    this.#buffer = new Float64Array(frames);
  }

  run(block: Float64Array): void {
    const buffer = this.#buffer;
    let at = this.#at;
    for (let i = 0; i < BLOCK; i++) {
      const delayed = buffer[at]!;
      const into = block[i]! + 0.62 * delayed;
      buffer[at] = into;
      block[i] = delayed - 0.62 * into;
      if (++at === buffer.length) at = 0;
    }
    this.#at = at;
  }
}

export class Reverb {
  readonly #lines = LENGTHS.map(() => new Float64Array(SIZE));
  readonly #gain = new Float64Array(LINES);
  readonly #damped = new Float64Array(LINES);
  readonly #out = new Float64Array(LINES);
  readonly #left = DIFFUSE_LEFT.map((n) => new Diffuser(n));
  readonly #right = DIFFUSE_RIGHT.map((n) => new Diffuser(n));
  readonly #damp: number;
  readonly #level: number;
  #rumble = [0, 0];
  #write = 0;

  constructor(shape: ReverbShape) {
    LENGTHS.forEach((n, i) => (this.#gain[i] = Math.pow(10, (-3 * n) / (shape.t60 * SYNTH_RATE))));
    this.#damp = 1 - Math.exp((-2 * Math.PI * shape.dampHz) / SYNTH_RATE);
    this.#level = fromDb(shape.levelDb);
  }

  /** Removes what lies below about 110 Hz from the send: long bass tails turn to mud. */
  #thin(block: Float64Array, side: 0 | 1): void {
    const k = 1 - Math.exp((-2 * Math.PI * 110) / SYNTH_RATE);
    let low = this.#rumble[side]!;
    for (let i = 0; i < BLOCK; i++) {
      low += k * (block[i]! - low);
      block[i] = block[i]! - low;
    }
    this.#rumble[side] = low;
  }

  /** Consumes the send (it is overwritten) and adds the room to the output. */
  add(frame: number, sendL: Float64Array, sendR: Float64Array, outL: Float64Array, outR: Float64Array): void {
    this.#thin(sendL, 0);
    this.#thin(sendR, 1);
    for (const stage of this.#left) stage.run(sendL);
    for (const stage of this.#right) stage.run(sendR);
    const out = this.#out;
    const lines = this.#lines;
    const gain = this.#gain;
    const damped = this.#damped;
    const damp = this.#damp;
    const level = this.#level * 0.35;
    const wander = LENGTHS.map((n, i) =>
      i % 4 === 1 ? n - WANDER_FRAMES * (1 + Math.sin(((0.11 + 0.017 * i) * 2 * Math.PI * frame) / SYNTH_RATE)) : n,
    );
    const wanderNext = LENGTHS.map((n, i) =>
      i % 4 === 1
        ? n - WANDER_FRAMES * (1 + Math.sin(((0.11 + 0.017 * i) * 2 * Math.PI * (frame + BLOCK)) / SYNTH_RATE))
        : n,
    );
    let write = this.#write;
    for (let i = 0; i < BLOCK; i++) {
      let sum = 0;
      for (let n = 0; n < LINES; n++) {
        const line = lines[n]!;
        let value: number;
        if ((n & 3) === 1) {
          const back = wander[n]! + ((wanderNext[n]! - wander[n]!) * i) / BLOCK;
          const whole = Math.floor(back);
          const part = back - whole;
          const near = line[(write - whole) & MASK]!;
          value = near + part * (line[(write - whole - 1) & MASK]! - near);
        } else {
          value = line[(write - LENGTHS[n]!) & MASK]!;
        }
        const soft = damped[n]! + damp * (value * gain[n]! - damped[n]!);
        damped[n] = soft;
        out[n] = soft;
        sum += soft;
      }
      const mirror = (2 / LINES) * sum;
      const inL = sendL[i]!;
      const inR = sendR[i]!;
      let wetL = 0;
      let wetR = 0;
      for (let n = 0; n < LINES; n++) {
        const value = out[n]!;
        const sign = n & 4 ? -1 : 1;
        if (n & 1) {
          wetR += sign * value;
          lines[n]![write] = value - mirror + inR;
        } else {
          wetL += sign * value;
          lines[n]![write] = value - mirror + inL;
        }
      }
      outL[i] = outL[i]! + level * (wetL + 0.25 * wetR);
      outR[i] = outR[i]! + level * (wetR + 0.25 * wetL);
      write = (write + 1) & MASK;
    }
    this.#write = write;
  }
}
