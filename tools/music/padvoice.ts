/** Sustained voices: two slowly drifting read heads in one long wavetable per note. */
import { TABLE_FRAMES, type PadTable, type TableBank } from './padtable.ts';
import { BLOCK, RATE, SYNTH_RATE, fromDb, type TimbreName } from './types.ts';

/** A slow sine: its rate, and where in its turn (0..1) it stands at frame 0. */
interface Drift {
  readonly hz: number;
  readonly turn: number;
}

export interface PadNote {
  /** Onset and end of sound in frames; attack and release lie inside. */
  readonly start: number;
  readonly end: number;
  readonly attack: number;
  readonly release: number;
  readonly timbre: TimbreName;
  readonly midi: number;
  readonly gainDb: number;
  readonly width: number;
  /** -1 left to 1 right, drifting slowly around that place. */
  readonly pan: number;
  readonly swellDb: number;
  readonly swell: Drift;
  readonly brightLow: number;
  readonly brightHigh: number;
  readonly bright: Drift;
  readonly vibratoCents: number;
  /** Where in the loop the two heads begin, 0..1. */
  readonly heads: readonly [number, number];
}

/** Detuning of the two heads against each other, as a factor: they never meet twice alike. */
const HEAD_DRIFT = 0.0007;

/** Tables are twice as fine as the voices step, so that straight lines between points are enough. */
const STRIDE = RATE / SYNTH_RATE;

const VIBRATO_HZ = 4.4;

function sine(drift: Drift, frame: number): number {
  return Math.sin(2 * Math.PI * ((drift.hz * frame) / SYNTH_RATE + drift.turn));
}

/** Raised-cosine rise and fall; 0 outside the note. */
function envelope(note: PadNote, frame: number): number {
  if (frame <= note.start || frame >= note.end) return 0;
  const rise = Math.min(1, (frame - note.start) / note.attack);
  const fall = Math.min(1, (note.end - frame) / note.release);
  return (0.5 - 0.5 * Math.cos(Math.PI * rise)) * (0.5 - 0.5 * Math.cos(Math.PI * fall));
}

function level(note: PadNote, frame: number): number {
  const env = envelope(note, frame);
  return env === 0 ? 0 : env * fromDb(note.gainDb + note.swellDb * sine(note.swell, frame));
}

function brightness(note: PadNote, frame: number): number {
  const mix = 0.5 + 0.5 * sine(note.bright, frame);
  return note.brightLow + (note.brightHigh - note.brightLow) * mix;
}

class PadVoice {
  readonly note: PadNote;
  readonly #table: PadTable;
  #a: number;
  #b: number;

  constructor(note: PadNote, bank: TableBank) {
    this.note = note;
    this.#table = bank.get(note.timbre, note.midi);
    this.#a = note.heads[0] * TABLE_FRAMES;
    this.#b = note.heads[1] * TABLE_FRAMES;
  }

  /** Adds one block that begins at `frame`. */
  add(frame: number, left: Float64Array, right: Float64Array): void {
    const note = this.note;
    const table = this.#table;
    const g0 = level(note, frame);
    const g1 = level(note, frame + BLOCK);
    const m0 = brightness(note, frame);
    const dm = (brightness(note, frame + BLOCK) - m0) / BLOCK;
    const cross = (1 - note.width) * (Math.PI / 4);
    const near = Math.cos(cross);
    const far = Math.sin(cross);
    const pan = Math.max(-1, Math.min(1, note.pan + 0.2 * sine({ hz: 0.021, turn: note.heads[0] }, frame)));
    const panLeft = Math.cos((1 + pan) * (Math.PI / 4)) * Math.SQRT2;
    const panRight = Math.sin((1 + pan) * (Math.PI / 4)) * Math.SQRT2;
    const settled = Math.min(1, Math.max(0, (frame - note.start) / note.attack - 0.4));
    const cents = note.vibratoCents * settled * Math.sin((2 * Math.PI * VIBRATO_HZ * frame) / SYNTH_RATE);
    const bend = Math.pow(2, cents / 1200);
    const stepA = STRIDE * bend * (1 + HEAD_DRIFT);
    const stepB = STRIDE * bend * (1 - HEAD_DRIFT);
    const dg = (g1 - g0) / BLOCK;
    let a = this.#a;
    let b = this.#b;
    let gain = g0;
    let mix = m0;
    for (let i = 0; i < BLOCK; i++) {
      const ia = a | 0;
      const fa = a - ia;
      const ja = ia << 1;
      const darkA = table[ja]! + fa * (table[ja + 2]! - table[ja]!);
      const brightA = table[ja + 1]! + fa * (table[ja + 3]! - table[ja + 1]!);
      const ib = b | 0;
      const fb = b - ib;
      const jb = ib << 1;
      const darkB = table[jb]! + fb * (table[jb + 2]! - table[jb]!);
      const brightB = table[jb + 1]! + fb * (table[jb + 3]! - table[jb + 1]!);
      const outA = gain * (darkA + mix * (brightA - darkA));
      const outB = gain * (darkB + mix * (brightB - darkB));
      left[i] = left[i]! + panLeft * (near * outA + far * outB);
      right[i] = right[i]! + panRight * (far * outA + near * outB);
      gain += dg;
      mix += dm;
      a += stepA;
      if (a >= TABLE_FRAMES) a -= TABLE_FRAMES;
      b += stepB;
      if (b >= TABLE_FRAMES) b -= TABLE_FRAMES;
    }
    this.#a = a;
    this.#b = b;
  }
}

/** Plays the notes of one layer. */
export class PadSource {
  readonly #waiting: PadNote[];
  readonly #bank: TableBank;
  #sounding: PadVoice[] = [];

  constructor(notes: readonly PadNote[], bank: TableBank) {
    this.#waiting = [...notes].sort((a, b) => b.start - a.start);
    this.#bank = bank;
  }

  add(frame: number, left: Float64Array, right: Float64Array): void {
    for (let next = this.#waiting.at(-1); next && next.start < frame + BLOCK; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#sounding.push(new PadVoice(next, this.#bank));
    }
    for (const voice of this.#sounding) voice.add(frame, left, right);
    this.#sounding = this.#sounding.filter((voice) => voice.note.end > frame + BLOCK);
  }
}
