import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierBand, type EarlierSession } from '../../../shared/chart/earlier.ts';

const MINUTE = 60_000;
const readings = fc.uniqueArray(
  fc.record({
    atMs: fc.integer({ min: -20 * MINUTE, max: 110 * MINUTE }),
    systolic: fc.option(fc.integer({ min: 90, max: 200 })),
    diastolic: fc.option(fc.integer({ min: 40, max: 110 })),
    spo2: fc.option(fc.integer({ min: 85, max: 100 })),
  }),
  { maxLength: 8, selector: ({ atMs }) => atMs },
);
const sessions: fc.Arbitrary<EarlierSession[]> = fc.array(
  readings.map((found) => ({
    infusionNumber: null,
    startedAt: 0,
    readings: found.toSorted((a, b) => a.atMs - b.atMs),
  })),
  { maxLength: 5 },
);

describe('the band of earlier infusions', () => {
  it('holds every reading of each that has two and more, at its minute, and goes nowhere beyond them', () => {
    fc.assert(
      fc.property(sessions, fc.constantFrom('systolic', 'diastolic', 'spo2'), (earlier, field) => {
        const band = earlierBand(earlier, field).flat();
        const lines = earlier
          .map((one) => one.readings.flatMap(({ atMs, [field]: value }) => (value === null ? [] : [{ atMs, value }])))
          .filter((line) => line.length > 1);
        const all = lines.flat().map(({ value }) => value);
        for (const { atMs, value } of lines.flat()) {
          const there = band.find((spot) => spot.atMs === atMs);
          expect(there !== undefined && there.low <= value && value <= there.high).toBe(true);
        }
        for (const { low, high } of band) {
          expect(low <= high && low >= Math.min(...all) && high <= Math.max(...all)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a line where there is one, and has a gap where nothing was measured', () => {
    const one = (from: number): EarlierSession => ({
      infusionNumber: 1,
      startedAt: 0,
      readings: [0, 10].map((minute) => ({
        atMs: (from + minute) * MINUTE,
        ...{ systolic: 120 + minute, diastolic: null, spo2: null },
      })),
    });
    const pieces = earlierBand([one(0), one(30)], 'systolic');
    expect(pieces.map((piece) => [piece.at(0), piece.at(-1)])).toEqual([
      [
        { atMs: 0, low: 120, high: 120 },
        { atMs: 10 * MINUTE, low: 130, high: 130 },
      ],
      [
        { atMs: 30 * MINUTE, low: 120, high: 120 },
        { atMs: 40 * MINUTE, low: 130, high: 130 },
      ],
    ]);
    expect(earlierBand([], 'systolic')).toEqual([]);
  });
});
