/** What can be said about a decoded track without ears, and the bounds it has to keep. */
import type { CatalogTrack } from './catalog.ts';
import { fft } from './fft.ts';
import { integratedLufs, shortTermLufs, stepPowers, toLufs, windows } from './loudness.ts';
import type { Stereo } from './master.ts';
import { truePeakDb } from './truepeak.ts';
import { RATE } from './types.ts';

export interface Heard {
  readonly seconds: number;
  readonly lufs: number;
  /** Loudest 3 s window, LUFS. */
  readonly loudest3s: number;
  /** From the 10th to the 95th percentile of the 3 s windows, LU; fades left out. */
  readonly rangeLu: number;
  readonly truePeakDb: number;
  /** Steepest rise of the 400 ms loudness within 300 ms, dB: what could startle. */
  readonly onsetDb: number;
  /** Largest bend between neighbouring samples against the loudest bend of the surroundings; a click is far above 1. */
  readonly click: number;
  /** Longest stretch below -60 LUFS inside the fades, s. */
  readonly longestSilence: number;
  /** Energy above 8 kHz and below 25 Hz against all, dB. */
  readonly highDb: number;
  readonly rumbleDb: number;
  readonly dcDb: number;
  readonly correlation: number;
  /** 5th and 95th percentile of the spectral centroid, Hz. */
  readonly centroid: readonly [number, number];
  /** Mean distance (0..1) of the pitch-class profile to that of 30 s later: 0 is a standing chord. */
  readonly chromaChange: number;
}

const FRAME = 16_384;

/** What is below 25 Hz is not heard and moves the headphones; dB against all. */
const RUMBLE_DB = -35;

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

interface Spectra {
  readonly highDb: number;
  readonly rumbleDb: number;
  readonly centroids: number[];
  readonly chromas: Float64Array[];
}

/** One windowed spectrum a second. */
function spectra({ left, right }: Stereo): Spectra {
  let high = 0;
  let low = 0;
  let all = 1e-12;
  const centroids: number[] = [];
  const chromas: Float64Array[] = [];
  for (let from = 0; from + FRAME <= left.length; from += RATE) {
    const re = new Float64Array(FRAME);
    const im = new Float64Array(FRAME);
    for (let i = 0; i < FRAME; i++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FRAME);
      re[i] = 0.5 * window * (left[from + i]! + right[from + i]!);
    }
    fft(re, im, -1);
    const chroma = new Float64Array(12);
    let moment = 0;
    let sum = 1e-12;
    for (let bin = 1; bin < FRAME / 2; bin++) {
      const hz = (bin * RATE) / FRAME;
      const power = re[bin]! * re[bin]! + im[bin]! * im[bin]!;
      all += power;
      if (hz > 8000) high += power;
      if (hz < 25) low += power;
      sum += Math.sqrt(power);
      moment += Math.sqrt(power) * hz;
      if (hz > 120 && hz < 2000) {
        const pc = ((Math.round(12 * Math.log2(hz / 440)) % 12) + 12) % 12;
        chroma[pc] = chroma[pc]! + power;
      }
    }
    centroids.push(moment / sum);
    const size = Math.hypot(...chroma) || 1;
    chromas.push(chroma.map((value) => value / size));
  }
  return {
    highDb: 10 * Math.log10(high / all + 1e-12),
    rumbleDb: 10 * Math.log10(low / all + 1e-12),
    centroids,
    chromas,
  };
}

function chromaChange(chromas: readonly Float64Array[]): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i + 30 < chromas.length; i++) {
    const a = chromas[i]!;
    const b = chromas[i + 30]!;
    sum += 1 - a.reduce((dot, value, k) => dot + value * b[k]!, 0);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** Second differences: each 10 ms block's largest against the largest of its neighbours. */
function clickiness(side: Float32Array): number {
  const block = RATE / 100;
  const bends: number[] = [];
  for (let from = 2; from + block <= side.length; from += block) {
    let most = 0;
    for (let i = from; i < from + block; i++) {
      const bend = Math.abs(side[i]! - 2 * side[i - 1]! + side[i - 2]!);
      if (bend > most) most = bend;
    }
    bends.push(most);
  }
  let worst = 0;
  for (let i = 10; i + 10 < bends.length; i++) {
    let around = 1e-4;
    for (let k = -10; k <= 10; k++) if (Math.abs(k) > 1) around = Math.max(around, bends[i + k]!);
    worst = Math.max(worst, bends[i]! / around);
  }
  return worst;
}

function longestSilence(powers: Float64Array): number {
  let run = 0;
  let longest = 0;
  for (let i = 20; i < powers.length - 20; i++) {
    run = toLufs(powers[i]!) < -60 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest / 10;
}

function sums({ left, right }: Stereo): { dcDb: number; correlation: number } {
  let l = 0,
    r = 0,
    ll = 1e-12,
    rr = 1e-12,
    lr = 0;
  for (let i = 0; i < left.length; i++) {
    const a = left[i]!;
    const b = right[i]!;
    l += a;
    r += b;
    ll += a * a;
    rr += b * b;
    lr += a * b;
  }
  const dc = Math.max(Math.abs(l), Math.abs(r)) / Math.max(1, left.length);
  return { dcDb: 20 * Math.log10(dc + 1e-9), correlation: lr / Math.sqrt(ll * rr) };
}

/** Measures one decoded track. */
export function listen(audio: Stereo): Heard {
  const powers = stepPowers(audio.left, audio.right);
  const short = shortTermLufs(powers);
  const inner = short.slice(60, -80);
  const momentary = windows(powers, 4).map(toLufs).slice(50, -60);
  const rises = momentary.slice(3).map((value, i) => value - (momentary[i] ?? value));
  const { highDb, rumbleDb, centroids, chromas } = spectra(audio);
  return {
    seconds: audio.left.length / RATE,
    lufs: integratedLufs(powers),
    loudest3s: short.reduce((a, b) => Math.max(a, b), -Infinity),
    rangeLu: percentile(inner, 0.95) - percentile(inner, 0.1),
    truePeakDb: truePeakDb(audio.left, audio.right),
    onsetDb: rises.reduce((a, b) => Math.max(a, b), 0),
    click: Math.max(clickiness(audio.left), clickiness(audio.right)),
    longestSilence: longestSilence(powers),
    highDb,
    rumbleDb,
    ...sums(audio),
    centroid: [percentile(centroids, 0.05), percentile(centroids, 0.95)],
    chromaChange: chromaChange(chromas),
  };
}

/** What is out of bounds, in words. */
export function findings(heard: Heard, track: CatalogTrack): string[] {
  const found: string[] = [];
  const expect = (good: boolean, text: string): void => {
    if (!good) found.push(text);
  };
  expect(Math.abs(heard.seconds * 1000 - track.durationMs) < 1, `lasts ${heard.seconds} s, not ${track.durationMs} ms`);
  expect(Math.abs(heard.lufs + 23) <= 0.7, `integrated loudness ${heard.lufs.toFixed(2)} LUFS`);
  expect(heard.loudest3s <= -17, `a 3 s window reaches ${heard.loudest3s.toFixed(1)} LUFS`);
  expect(heard.rangeLu <= 8, `short-term loudness spans ${heard.rangeLu.toFixed(1)} LU`);
  expect(heard.truePeakDb <= -3, `true peak ${heard.truePeakDb.toFixed(1)} dBTP`);
  expect(heard.onsetDb <= 6, `loudness jumps ${heard.onsetDb.toFixed(1)} dB within 0.3 s`);
  expect(heard.click <= 4, `a bend of the wave ${heard.click.toFixed(1)} times its surroundings`);
  expect(heard.longestSilence <= 2, `${heard.longestSilence.toFixed(1)} s of silence`);
  expect(heard.highDb <= -40, `energy above 8 kHz at ${heard.highDb.toFixed(0)} dB`);
  expect(heard.rumbleDb <= RUMBLE_DB, `energy below 25 Hz at ${heard.rumbleDb.toFixed(0)} dB`);
  expect(heard.dcDb <= -60, `DC at ${heard.dcDb.toFixed(0)} dB`);
  expect(heard.correlation > 0, `sides correlate at ${heard.correlation.toFixed(2)}`);
  expect(heard.centroid[1] > 1.1 * heard.centroid[0], 'the brightness stands still');
  expect(heard.chromaChange > 0.02, 'the harmony stands still');
  return found;
}
