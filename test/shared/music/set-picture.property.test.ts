import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hex, luminance } from '../../../shared/music/colour.ts';
import { PICTURE, pictureOf, type Drawn } from '../../../shared/music/set-picture.ts';
import { musicPhases } from '../../../shared/music/set.ts';
import { shoreline } from '../../helpers/music-builder.ts';

const anyTrack = fc.record({
  phase: fc.constantFrom(...musicPhases),
  intensity: fc.integer({ min: 1, max: 5 }),
  durationMs: fc.integer({ min: 1, max: 43_200_000 }),
  truePeakDb: fc.double({ min: -90, max: 6, noNaN: true }),
});
const anySet: fc.Arbitrary<Drawn> = fc.record({
  title: fc.string({ maxLength: 40 }),
  tracks: fc.array(anyTrack, { maxLength: 20 }),
});

/** Its moon stands as far to the right as one can. */
const strongestLast: Drawn = {
  title: ' K+e3-Q',
  tracks: [
    { phase: 'arrive', intensity: 1, durationMs: 210, truePeakDb: 0 },
    { phase: 'arrive', intensity: 2, durationMs: 1, truePeakDb: 0 },
  ],
};

/** Every figure in a path. */
const figures = (path: string): readonly number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('the picture of any set', () => {
  it('is the same for the same set, and drawn in figures within reach of its ground', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const picture = pictureOf(set);
        expect(pictureOf(structuredClone(set))).toEqual(picture);
        expect(picture.hills).toHaveLength(musicPhases.length);
        for (const { path } of picture.hills) {
          expect(path).toMatch(/^M 0 [\d.-]+( C( -?[\d.]+){6})+ L 400 360 L 0 360 Z$/);
          for (const figure of figures(path)) expect(Math.abs(figure)).toBeLessThanOrEqual(PICTURE.width);
        }
        const { x, y, radius } = picture.moon;
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(PICTURE.width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300, examples: [[strongestLast]] },
    );
  });

  it('keeps the moon in sight against the sky, and the sign on it readable against every colour', () => {
    const sign = '#efe6d4';
    fc.assert(
      fc.property(anySet, (set) => {
        const { sky, moon, hills } = pictureOf(set);
        expect(contrast(moon.colour, sky)).toBeGreaterThan(4.5);
        // The window is dark: the moon is its lamp, and no hill comes near it.
        for (const { colour } of hills) expect(luminance(colour)).toBeLessThan(luminance(moon.colour) / 2);
        // The disc under the sign lets 28 % of what lies behind through.
        for (const behind of [sky, ...hills.map(({ colour }) => colour)])
          expect(contrast(sign, mixed(behind, '#0f0c09', 0.72))).toBeGreaterThan(7);
      }),
      { numRuns: 200 },
    );
  });

  it('shows the music: a stronger phase is another hill, the others stay', () => {
    const set = shoreline.set!;
    const before = pictureOf(set);
    const after = pictureOf({
      ...set,
      tracks: set.tracks.map((one) => (one.phase === 'build' ? { ...one, intensity: 5 } : one)),
    });
    const changed = after.hills.map(({ path }, index) => path !== before.hills[index]?.path);
    expect(changed).toEqual([false, false, true, false, false, false]);
    expect(after.sky).toBe(before.sky);
  });
});

describe('a colour', () => {
  it('is what the CSS standard has for it', () => {
    expect(hex({ l: 1, c: 0, h: 0 })).toBe('#ffffff');
    expect(hex({ l: 0, c: 0, h: 0 })).toBe('#000000');
    // oklch(62.8% 0.25768 29.23) is red.
    expect(hex({ l: 0.628, c: 0.2576, h: 29.23 })).toMatch(/^#f[cdef]0[0-9a-f]0[0-9a-f]$/);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  });
});

function mixed(behind: string, over: string, share: number): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(part(behind, at) * (1 - share) + part(over, at) * share));
  return `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}
