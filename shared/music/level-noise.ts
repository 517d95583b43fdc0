/** Samples a second of the noise. */
export const NOISE_RATE = 48_000;
/** Its length, s: it is played in a loop. */
export const NOISE_SECONDS = 10;
/** After this long it ends by itself, where nobody ends it, s. */
export const NOISE_LIMIT_SECONDS = 300;
/** How long end and beginning run into each other, so that the loop has no seam, s. */
const SEAM_SECONDS = 0.25;
/** Brings the noise to the common loudness of music, -23 LUFS on both ears; the loudness meter's own test holds it there. */
const SCALE = 0.0295;

/**
 * Pink noise for the calibration, as loud as music is levelled to: what a sound level meter shows of it tells how loud
 * music is. The same every time. Mono, for both ears.
 */
export function levelNoise(): Float32Array<ArrayBuffer> {
  const length = NOISE_RATE * NOISE_SECONDS;
  const seam = NOISE_RATE * SEAM_SECONDS;
  const raw = pink(length + seam);
  const noise = raw.slice(0, length);
  for (let at = 0; at < seam; at += 1) {
    const angle = (at / seam) * (Math.PI / 2);
    noise[at] = (raw[at] ?? 0) * Math.sin(angle) + (raw[length + at] ?? 0) * Math.cos(angle);
  }
  return noise;
}

/** Paul Kellet's economy filter over white noise of a fixed beginning: within 0.5 dB of 3 dB an octave from 10 Hz on. */
function pink(length: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(length);
  let state = 1;
  let [low, middle, high] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const white = state / 2 ** 31 - 1;
    low = 0.99765 * low + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    high = 0.57 * high + white * 1.0526913;
    samples[at] = SCALE * (low + middle + high + white * 0.1848);
  }
  return samples;
}
