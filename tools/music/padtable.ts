/**
 * Long wavetables of one note in the manner of PADsynth: each partial is a
 * narrow band of random-phase lines, so the loop of about 5.5 s shimmers like
 * an ensemble and has no seam. Dark and bright readings share their phases,
 * which lets a voice fade between them as if a filter opened.
 */
import { fft } from './fft.ts';
import { Prng } from './prng.ts';
import { TIMBRES, partialLevel } from './timbres.ts';
import { RATE, midiHz, type TimbreName } from './types.ts';

/** Frames in one loop. */
export const TABLE_FRAMES = 1 << 18;

/** Nothing above this is written into a table: the patient has headphones on. */
const TOP_HZ = 9000;

/** Narrowest band in Hz, so that even a drone breathes instead of standing still. */
const LEAST_BLUR_HZ = 0.16;

/** Interleaved dark, bright, dark, bright ... with one guard frame at the end; RMS 1 each. */
export type PadTable = Float32Array;

function spread(amp: Float64Array, centreBin: number, sigmaBins: number, level: number): void {
  const from = Math.max(1, Math.floor(centreBin - 4 * sigmaBins));
  const to = Math.min(amp.length - 1, Math.ceil(centreBin + 4 * sigmaBins));
  const norm = level / Math.sqrt(sigmaBins);
  for (let bin = from; bin <= to; bin++) {
    const away = (bin - centreBin) / sigmaBins;
    amp[bin] = amp[bin]! + norm * Math.exp(-0.5 * away * away);
  }
}

/** Builds the table of one note; the seed is the note itself, so any order of rendering agrees. */
export function buildPadTable(name: TimbreName, midi: number): PadTable {
  const timbre = TIMBRES[name];
  const rng = new Prng(`table ${name} ${midi}`);
  const f0 = midiHz(midi);
  const binHz = RATE / TABLE_FRAMES;
  const half = TABLE_FRAMES / 2;
  const dark = new Float64Array(half);
  const bright = new Float64Array(half);
  const blur = Math.pow(2, timbre.blurCents / 1200) - 1;
  for (let n = 1; n * f0 < TOP_HZ; n++) {
    const hz = n * f0;
    const sigma = Math.max(LEAST_BLUR_HZ, blur * f0 * Math.pow(n, timbre.blurGrowth)) / binHz / 2;
    const d = partialLevel(timbre, n, hz, timbre.darkHz);
    const b = partialLevel(timbre, n, hz, timbre.brightHz);
    if (d + b === 0) continue;
    spread(dark, hz / binHz, sigma, d);
    spread(bright, hz / binHz, sigma, b);
  }
  const re = new Float64Array(TABLE_FRAMES);
  const im = new Float64Array(TABLE_FRAMES);
  // Dark goes into the real and bright into the imaginary output of one transform.
  for (let bin = 1; bin < half; bin++) {
    const d = dark[bin]!;
    const b = bright[bin]!;
    if (d + b < 1e-9) continue;
    const phase = 2 * Math.PI * rng.next();
    const c = Math.cos(phase);
    const s = Math.sin(phase);
    re[bin] = d * c - b * s;
    im[bin] = d * s + b * c;
    re[TABLE_FRAMES - bin] = d * c + b * s;
    im[TABLE_FRAMES - bin] = b * c - d * s;
  }
  fft(re, im, 1);
  return interleave(re, im);
}

function interleave(dark: Float64Array, bright: Float64Array): PadTable {
  let darkPower = 0;
  let brightPower = 0;
  for (let i = 0; i < TABLE_FRAMES; i++) {
    darkPower += dark[i]! * dark[i]!;
    brightPower += bright[i]! * bright[i]!;
  }
  const darkGain = Math.sqrt(TABLE_FRAMES / darkPower);
  const brightGain = Math.sqrt(TABLE_FRAMES / brightPower);
  const table = new Float32Array(2 * (TABLE_FRAMES + 1));
  for (let i = 0; i <= TABLE_FRAMES; i++) {
    const from = i % TABLE_FRAMES;
    table[2 * i] = dark[from]! * darkGain;
    table[2 * i + 1] = bright[from]! * brightGain;
  }
  return table;
}

/** Tables kept at once: about 2 MB each. */
const KEPT = 160;

/** Keeps tables between tracks; the oldest goes when there are too many. */
export class TableBank {
  readonly #tables = new Map<string, PadTable>();

  get(name: TimbreName, midi: number): PadTable {
    const key = `${name} ${midi}`;
    const table = this.#tables.get(key) ?? buildPadTable(name, midi);
    this.#tables.delete(key);
    this.#tables.set(key, table);
    const oldest = this.#tables.keys().next();
    if (this.#tables.size > KEPT && !oldest.done) this.#tables.delete(oldest.value);
    return table;
  }
}
