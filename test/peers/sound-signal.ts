/** Samples per second of everything here; what the null sink runs at, so that nothing is converted on the way. */
export const RATE = 48_000;

/** Partials of the chord: ratio to its root, and share of its amplitude. */
const partials = [1, 1.5, 2, 3, 4, 6, 8].map((ratio) => [ratio, 1 / (ratio + 2)] as const);

/** A held chord of soft partials up to 1 kHz, mono: the kind of sound that is played, without attacks of its own. */
export function chord(root: number, amplitude: number, seconds: number): Float32Array {
  const samples = new Float32Array(seconds * RATE);
  for (const [ratio, share] of partials) {
    const step = (2 * Math.PI * root * ratio) / RATE;
    for (let at = 0; at < samples.length; at += 1) samples[at]! += amplitude * share * Math.sin(step * at);
  }
  return samples;
}

/** White noise of an RMS, the same for the same seed, mono. */
export function noise(seed: number, rms: number, seconds: number): Float32Array {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const peak = rms * Math.sqrt(3);
  const samples = new Float32Array(seconds * RATE);
  for (let at = 0; at < samples.length; at += 1) samples[at] = peak * next();
  return samples;
}

/** A 16 bit WAV file of mono samples. */
export function wav(samples: Float32Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0).toString();
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + i * 2));
  return file;
}

/** RMS of consecutive windows of each stretch. */
export function envelope(stretches: readonly Float32Array[], windowMs: number): readonly number[] {
  return stretches.flatMap((samples) => envelopeOf(samples, windowMs));
}

function envelopeOf(samples: Float32Array, windowMs: number): readonly number[] {
  const length = Math.round((RATE * windowMs) / 1000);
  return Array.from({ length: Math.floor(samples.length / length) }, (_, i) => {
    let sum = 0;
    for (let at = i * length; at < (i + 1) * length; at += 1) sum += samples[at]! ** 2;
    return Math.sqrt(sum / length);
  });
}

/** A ratio in decibels. */
export function decibels(ratio: number): number {
  return 20 * Math.log10(ratio);
}

/** The largest step from one sample to the next within a stretch. */
export function largestJump(stretches: readonly Float32Array[]): number {
  return Math.max(...stretches.map(largestJumpOf));
}

function largestJumpOf(samples: Float32Array): number {
  let largest = 0;
  for (let at = 1; at < samples.length; at += 1) largest = Math.max(largest, Math.abs(samples[at]! - samples[at - 1]!));
  return largest;
}

/** Shortest run of exact zeros that counts as a hole, what is looked at around it, and the share of holes with which nothing can be measured. */
const HOLE = 8;
const EDGE = RATE / 1000;
const MOST_HOLES = 0.1;

/**
 * The stretches of sound between the holes of a machine that was too busy to feed its sound server. Such a hole is exact
 * zeros that break off from, and go back to, full sound; a fade or a pause comes down to zero first. Throws where there
 * are too many.
 */
export function betweenUnderruns(samples: Float32Array): readonly Float32Array[] {
  const found = holes(samples);
  const lost = found.reduce((sum, [start, end]) => sum + end - start, 0);
  if (lost > samples.length * MOST_HOLES) throw new Error('The machine is too busy to measure sound');
  const starts = [0, ...found.map(([, end]) => end)];
  return starts.map((start, i) => samples.subarray(start, found[i]?.[0] ?? samples.length));
}

/** RMS of consecutive windows over what of them is no hole; null where most of a window is one. Throws where there are too many. */
export function envelopeBetween(samples: Float32Array, windowMs: number): readonly (number | null)[] {
  betweenUnderruns(samples);
  const isHole = new Uint8Array(samples.length);
  for (const [start, end] of holes(samples)) isHole.fill(1, start, end);
  const length = Math.round((RATE * windowMs) / 1000);
  return Array.from({ length: Math.floor(samples.length / length) }, (_, i) => {
    const [from, to] = [i * length, (i + 1) * length];
    const heard = samples.subarray(from, to).filter((_sample, at) => isHole[from + at] === 0);
    return heard.length * 2 < length
      ? null
      : Math.sqrt(heard.reduce((sum, level) => sum + level ** 2, 0) / heard.length);
  });
}

/** Stretches one after the other. */
export function joined(stretches: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(stretches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const samples of stretches) {
    whole.set(samples, at);
    at += samples.length;
  }
  return whole;
}

/** Runs of zeros with sound at both edges. */
function holes(samples: Float32Array): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < samples.length; at += 1) {
    if (samples[at] !== 0) continue;
    const start = at;
    while (at < samples.length && samples[at] === 0) at += 1;
    const isHole = at - start >= HOLE && start > 0 && at < samples.length;
    if (isHole && Math.min(loudness(samples, start - EDGE, start), loudness(samples, at, at + EDGE)) > 1e-3)
      found.push([start, at]);
  }
  return found;
}

/** The longest stretch in which a recording of steady sound stays under a level, ms; what is looked at is a quarter of a millisecond. */
export function longestQuiet(samples: Float32Array, level: number): number {
  const step = RATE / 4000;
  let longest = 0;
  let run = 0;
  for (let at = 0; at + step <= samples.length; at += step) {
    run = loudness(samples, at, at + step) < level ? run + 0.25 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function loudness(samples: Float32Array, from: number, to: number): number {
  return samples.subarray(Math.max(0, from), to).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
