import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartFields, limitsFor, strictest } from '../../../shared/chart/limits.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { bandOf } from '../../../shared/vitals/bands.ts';
import { parts } from '../../helpers/session-builder.ts';

const { bands: usual } = defaultProtocol(0, 'Clinic');
const overBaseline = fc.option(
  fc.record({
    share: fc.constantFrom(0.1, 0.2, 0.25, 0.3, 0.5),
    systolicFrom: fc.integer({ min: 100, max: 170 }),
    diastolicFrom: fc.integer({ min: 60, max: 105 }),
  }),
);
const baselines = fc.option(
  fc
    .record({ systolic: fc.integer({ min: 80, max: 170 }), diastolic: fc.integer({ min: 40, max: 110 }) })
    .map((given) => parts(given)),
);

describe('the limits drawn', () => {
  it('are reached exactly where the bands find something, of any measure, baseline and rule', () => {
    const values = fc.integer({ min: 30, max: 220 });
    fc.assert(
      fc.property(overBaseline, baselines, fc.constantFrom(...chartFields), values, (over, baseline, field, value) => {
        const bands = { ...usual, overBaseline: over };
        const reached = limitsFor(bands, baseline)
          .filter((limit) => limit.field === field)
          .filter((limit) => (limit.side === 'high' ? value >= limit.value : value <= limit.value))
          .map(({ level }) => level);
        const drawn = reached.includes('red') ? 'red' : reached.includes('amber') ? 'amber' : 'ok';
        expect(drawn).toBe(bandOf(bands, field, value, baseline));
      }),
      { numRuns: 500 },
    );
  });

  it('name the patient’s own limit beside the clinic’s, and the stricter of the two alone where there is room for one', () => {
    const limits = limitsFor(usual, parts({ systolic: 118, diastolic: 74 }));
    const high = limits.filter(
      ({ field, side, level }) => field === 'systolic' && side === 'high' && level === 'amber',
    );
    expect(high.map(({ value, overBaseline: share }) => [value, share])).toEqual([
      [160, null],
      [154, 30],
    ]);
    expect(strictest(high).map(({ value }) => value)).toEqual([154]);
  });

  it('leave out a limit over baseline that lies above the clinic’s own', () => {
    const limits = limitsFor(usual, parts({ systolic: 150, diastolic: 85 }));
    expect(limits.some(({ field, overBaseline: share }) => field === 'systolic' && share !== null)).toBe(false);
  });
});
