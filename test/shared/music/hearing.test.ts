import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrated,
  CALIBRATION_LEVELS,
  dbaAt,
  newHeadphones,
  headphonesSchema,
  shareFor,
  weeklyShare,
} from '../../../shared/music/hearing.ts';

describe('how loud headphones play', () => {
  it('a cap in dB(A) is the share of full output that plays just so loud, and never more than all of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 40, max: 130, noNaN: true }), fc.integer({ min: 55, max: 80 }), (full, cap) => {
        const share = shareFor(full, cap);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(dbaAt(full, share)).toBeLessThanOrEqual(cap + 1e-9);
        if (share < 1) expect(dbaAt(full, share)).toBeCloseTo(cap, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('half the output is six decibels less', () => {
    expect(dbaAt(90, 0.5)).toBeCloseTo(83.98, 2);
  });

  it('a calibration needs two readings that agree', () => {
    expect(CALIBRATION_LEVELS).toEqual([1, 0.5]);
    expect(calibrated([84, 78], 1)).toBeCloseTo(84, 1);
    expect(calibrated([84, 78], 0.5)).toBeCloseTo(90.03, 1);
    expect(calibrated([84, 80], 0.5)).toBeCloseTo(91.03, 1);
    // Headphones that do not get quieter, or a room as loud as they are.
    expect(calibrated([84, 84], 1)).toBeNull();
    expect(calibrated([84, 72], 1)).toBeNull();
  });

  it("an hour's share of a week is what WHO-ITU H.870 makes of it", () => {
    expect(weeklyShare(80, 40)).toBe(1);
    expect(weeklyShare(80, 55 / 60)).toBeCloseTo(0.023, 3);
    expect(weeklyShare(85, 55 / 60)).toBeCloseTo(0.072, 3);
  });

  it('headphones never measured are capped all the same, and nothing says dB(A) of them', () => {
    const fresh = newHeadphones('Over-ear');
    expect(headphonesSchema.safeParse(fresh).success).toBe(true);
    expect(fresh.cap).toBeLessThan(1);
    expect(fresh.fullDbA).toBeNull();
  });
});
