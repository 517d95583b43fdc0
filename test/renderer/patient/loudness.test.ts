import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, SOFTEST, stepped } from '../../../renderer/patient/loudness.ts';

describe('softer and louder', () => {
  it('move by something one hears, never over the cap nor into silence', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('softer', 'louder'), (level, way) => {
        const next = stepped(level, way);
        expect(next).toBeGreaterThanOrEqual(SOFTEST);
        expect(next).toBeLessThanOrEqual(1);
        const change = placeOf(next) - placeOf(level);
        if (way === 'louder') expect(change).toBeGreaterThanOrEqual(0);
        else expect(change).toBeLessThanOrEqual(0);
        // 26 dB in steps of 2: the last one of them up to half as long again.
        expect(Math.abs(change)).toBeLessThanOrEqual(3.01 / 26);
      }),
      { numRuns: 300 },
    );
  });

  it('reach both ends', () => {
    let level = 0.3;
    for (let press = 0; press < 13; press += 1) level = stepped(level, 'louder');
    expect(level).toBe(1);
    for (let press = 0; press < 14; press += 1) level = stepped(level, 'softer');
    expect(level).toBe(SOFTEST);
    expect([placeOf(SOFTEST), placeOf(1)]).toEqual([0, 1]);
  });
});
