import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoudnessMeter, type Measured } from '../../../shared/music/loudness.ts';

const db = (value: number): number => 10 ** (value / 20);

/** A sine of a level in dB of full scale (its peak). */
function sine(rate: number, seconds: number, hertz: number, level: number, phase = 0): Float32Array {
  const step = (2 * Math.PI * hertz) / rate;
  return Float32Array.from({ length: rate * seconds }, (_none, at) => db(level) * Math.sin(phase + at * step));
}

function join(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Measures channels, handed over in pieces of this many samples. */
function measure(rate: number, channels: readonly Float32Array[], piece = 48_000): Measured {
  const meter = new LoudnessMeter(rate, channels.length);
  for (let at = 0; at < (channels[0]?.length ?? 0); at += piece)
    meter.push(channels.map((samples) => samples.subarray(at, at + piece)));
  return meter.result();
}

describe('integrated loudness', () => {
  it.each([44_100, 48_000, 96_000])('at %i Hz a stereo sine of 997 Hz at -23 dBFS reads -23.0 LUFS', (rate) => {
    const tone = sine(rate, 20, 997, -23);
    expect(Math.abs((measure(rate, [tone, tone]).loudnessLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it('of the same at -33 dBFS reads -33.0 LUFS', () => {
    const tone = sine(48_000, 20, 997, -33);
    expect(Math.abs((measure(48_000, [tone, tone]).loudnessLufs ?? 0) + 33)).toBeLessThan(0.1);
  });

  it('leaves quiet stretches out by the relative gate (EBU Tech 3341, case 3)', () => {
    const quiet = sine(48_000, 10, 1000, -36);
    const tone = join(quiet, sine(48_000, 60, 1000, -23), quiet);
    expect(Math.abs((measure(48_000, [tone, tone]).loudnessLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it('leaves near silence out by the absolute gate (case 4)', () => {
    const [far, quiet] = [sine(48_000, 10, 1000, -72), sine(48_000, 10, 1000, -36)];
    const tone = join(far, quiet, sine(48_000, 60, 1000, -23), quiet, far);
    expect(Math.abs((measure(48_000, [tone, tone]).loudnessLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it('of three levels is their weighed mean (case 5)', () => {
    const edge = sine(48_000, 20, 1000, -26);
    const tone = join(edge, sine(48_000, 20.1, 1000, -20), edge);
    expect(Math.abs((measure(48_000, [tone, tone]).loudnessLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it('of one channel is what two ears hear of it', () => {
    const tone = sine(48_000, 5, 997, -23);
    expect(Math.abs((measure(48_000, [tone]).loudnessLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it('weighs low notes less than a voice', () => {
    const [low, voice] = [40, 2000].map((hertz) => {
      const tone = sine(48_000, 5, hertz, -23);
      return measure(48_000, [tone, tone]).loudnessLufs ?? 0;
    });
    expect((voice ?? 0) - (low ?? 0)).toBeGreaterThan(3);
  });

  it('does not exist for silence and for less than one block', () => {
    const nothing = new Float32Array(96_000);
    expect(measure(48_000, [nothing, nothing])).toMatchObject({ loudnessLufs: null, truePeakDb: null });
    const short = sine(48_000, 0.3, 997, -23);
    expect(measure(48_000, [short, short]).loudnessLufs).toBeNull();
  });

  it('and all else do not depend on where the pieces are cut', () => {
    const tone = join(new Float32Array(1234), sine(48_000, 2, 997, -23), new Float32Array(777));
    const whole = measure(48_000, [tone, tone], tone.length);
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 50_000 }), (piece) => {
        const { loudnessLufs, ...rest } = measure(48_000, [tone, tone], piece);
        // Sums are rounded where a piece ends; the smallest step of a double apart, no more.
        expect(loudnessLufs).toBeCloseTo(whole.loudnessLufs ?? 0, 9);
        expect({ ...rest, loudnessLufs: whole.loudnessLufs }).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe('true peak', () => {
  // EBU Tech 3341, cases 15 to 18: parts of the sample rate, and where in its circle the sine begins.
  it.each([
    [4, 0],
    [4, 45],
    [6, 60],
    [8, 67.5],
  ])('finds the peak between samples: rate / %i, %f degrees', (part, degrees) => {
    // Faded in and out: a sine that begins off zero is a step, which has a peak of its own.
    const fade = (at: number): number => Math.min(1, at / 4800, (47_999 - at) / 4800);
    const tone = sine(48_000, 1, 48_000 / part, -6, (degrees * Math.PI) / 180).map((sample, at) => sample * fade(at));
    // The tolerance there is +0.2 and -0.4 dB.
    const found = measure(48_000, [tone, tone]).truePeakDb ?? 0;
    expect(found).toBeGreaterThan(-6.4);
    expect(found).toBeLessThan(-5.8);
  });
});

describe('silence at the ends', () => {
  it('is found to the millisecond, at the louder of the channels', () => {
    const tone = sine(48_000, 1, 997, -20);
    const left = join(new Float32Array(48_000), tone, new Float32Array(24_000));
    const right = join(new Float32Array(12_000), sine(48_000, 1, 997, -20), new Float32Array(60_000));
    const { durationMs, silenceStartMs, silenceEndMs } = measure(48_000, [left, right], 7_000);
    expect(durationMs).toBe(2500);
    expect(Math.abs(silenceStartMs - 250)).toBeLessThanOrEqual(1);
    expect(Math.abs(silenceEndMs - 500)).toBeLessThanOrEqual(1);
  });
});
