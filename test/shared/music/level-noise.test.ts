import { describe, expect, it } from 'vitest';
import { TARGET_LUFS } from '../../../shared/music/gain.ts';
import { levelNoise, NOISE_RATE, NOISE_SECONDS } from '../../../shared/music/level-noise.ts';
import { LoudnessMeter } from '../../../shared/music/loudness.ts';

describe("the calibration's noise", () => {
  const noise = levelNoise();

  it('is as loud as music is levelled to, with room above its peaks', () => {
    const meter = new LoudnessMeter(NOISE_RATE, 2);
    meter.push([noise, noise]);
    const { loudnessLufs, truePeakDb } = meter.result();
    expect(Math.abs(loudnessLufs! - TARGET_LUFS)).toBeLessThan(0.3);
    expect(truePeakDb).toBeLessThan(-3);
  });

  it('is the same every time, and its loop has no seam', () => {
    expect(noise.length).toBe(NOISE_RATE * NOISE_SECONDS);
    expect(levelNoise()).toEqual(noise);
    const jumps = noise.subarray(1).map((sample, i) => Math.abs(sample - noise[i]!));
    expect(Math.abs(noise[0]! - noise.at(-1)!)).toBeLessThan(jumps.reduce((most, jump) => Math.max(most, jump), 0));
  });
});
