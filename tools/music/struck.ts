/**
 * Soft bells, bowls and wooden tones: a few decaying partials with a rounded
 * attack. The two sides beat against each other very slowly, so a note opens
 * from the middle and widens while it fades.
 */
import { Prng } from './prng.ts';
import { BLOCK, SYNTH_RATE, midiHz, type StruckName } from './types.ts';

/** ratio to the fundamental, level, time to fall by 60 dB at A4 in seconds. */
type Partial = readonly [ratio: number, level: number, t60: number];

interface StruckShape {
  readonly partials: readonly Partial[];
  /** Rise time in seconds: long enough that no onset is felt as a knock. */
  readonly attack: number;
  /** Beating between left and right, Hz. */
  readonly beatHz: number;
}

const SHAPES: Readonly<Record<StruckName, StruckShape>> = {
  bell: {
    attack: 0.06,
    beatHz: 0.32,
    partials: [
      [0.5, 0.26, 9],
      [1, 1.65, 8],
      [2.002, 0.59, 5],
      [3.01, 0.2, 3],
      [4.03, 0.15, 2],
      [5.43, 0.05, 1],
    ],
  },
  bowl: {
    attack: 0.45,
    beatHz: 0.22,
    partials: [
      [1, 2.1, 15],
      [2.0, 0.45, 11],
      [2.99, 0.38, 9],
      [5.02, 0.1, 5],
    ],
  },
  wood: {
    attack: 0.022,
    beatHz: 0.4,
    partials: [
      [1, 2.6, 2.1],
      [2.0, 0.32, 1],
      [3.02, 0.36, 0.5],
      [5.1, 0.05, 0.22],
    ],
  },
  seed: {
    attack: 0.03,
    beatHz: 0.5,
    partials: [
      [1, 1.68, 2.8],
      [2.003, 0.2, 1.6],
      [4.01, 0.14, 0.7],
    ],
  },
};

/** Partials above this are left out, Hz. */
const TOP_HZ = 5200;

export interface Strike {
  readonly start: number;
  readonly instrument: StruckName;
  readonly midi: number;
  readonly gain: number;
  readonly pan: number;
}

interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

function addPartial(out: Float32Array, hz: number, level: number, t60: number, turn: number): void {
  const step = (2 * Math.PI * hz) / SYNTH_RATE;
  const decay = Math.pow(10, -3 / (t60 * SYNTH_RATE));
  const c = Math.cos(step) * decay;
  const s = Math.sin(step) * decay;
  let re = level * Math.cos(2 * Math.PI * turn);
  let im = level * Math.sin(2 * Math.PI * turn);
  for (let i = 0; i < out.length; i++) {
    out[i] = out[i]! + im;
    const next = re * c - im * s;
    im = re * s + im * c;
    re = next;
  }
}

function shapeEnds(out: Float32Array, attack: number): void {
  const rise = Math.round(attack * SYNTH_RATE);
  const fall = Math.round(0.4 * SYNTH_RATE);
  for (let i = 0; i < rise; i++) out[i] = out[i]! * (0.5 - 0.5 * Math.cos((Math.PI * i) / rise));
  for (let i = 0; i < fall; i++) {
    const at = out.length - 1 - i;
    out[at] = out[at]! * (0.5 - 0.5 * Math.cos((Math.PI * i) / fall));
  }
}

function buildTone(name: StruckName, midi: number): Stereo {
  const shape = SHAPES[name];
  const rng = new Prng(`struck ${name} ${midi}`);
  const f0 = midiHz(midi);
  // Low tones ring longer, as in anything that is struck.
  const stretch = Math.pow(440 / f0, 0.4);
  const longest = Math.max(...shape.partials.map(([, , t60]) => t60)) * stretch;
  const frames = Math.ceil((longest * 0.95 + shape.attack) * SYNTH_RATE);
  const left = new Float32Array(frames);
  const right = new Float32Array(frames);
  for (const [ratio, level, t60] of shape.partials) {
    const hz = f0 * ratio;
    if (hz > TOP_HZ) continue;
    const turn = rng.next();
    addPartial(left, hz - shape.beatHz / 2, level, t60 * stretch, turn);
    addPartial(right, hz + shape.beatHz / 2, level, t60 * stretch, turn);
  }
  shapeEnds(left, shape.attack);
  shapeEnds(right, shape.attack);
  return { left, right };
}

/** Plays the strikes of one layer; each pitch is computed once and mixed in as often as it sounds. */
export class StruckSource {
  readonly #waiting: Strike[];
  readonly #tones = new Map<number, Stereo>();
  #sounding: { strike: Strike; tone: Stereo }[] = [];

  constructor(strikes: readonly Strike[]) {
    this.#waiting = [...strikes].sort((a, b) => b.start - a.start);
  }

  add(frame: number, left: Float64Array, right: Float64Array): void {
    for (let next = this.#waiting.at(-1); next && next.start < frame + BLOCK; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      const tone = this.#tones.get(next.midi) ?? buildTone(next.instrument, next.midi);
      this.#tones.set(next.midi, tone);
      this.#sounding.push({ strike: next, tone });
    }
    for (const { strike, tone } of this.#sounding) {
      const gl = strike.gain * Math.cos((1 + strike.pan) * (Math.PI / 4)) * Math.SQRT2;
      const gr = strike.gain * Math.sin((1 + strike.pan) * (Math.PI / 4)) * Math.SQRT2;
      const offset = frame - strike.start;
      const from = Math.max(0, -offset);
      const to = Math.min(BLOCK, tone.left.length - offset);
      for (let i = from; i < to; i++) {
        left[i] = left[i]! + gl * tone.left[offset + i]!;
        right[i] = right[i]! + gr * tone.right[offset + i]!;
      }
    }
    this.#sounding = this.#sounding.filter(({ strike, tone }) => strike.start + tone.left.length > frame + BLOCK);
  }
}
