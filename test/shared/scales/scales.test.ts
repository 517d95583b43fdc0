import { describe, expect, it } from 'vitest';
import { aldrete, aldreteFrom } from '../../../shared/scales/aldrete.ts';
import { padss, padssFrom } from '../../../shared/scales/padss.ts';
import { scoreOf } from '../../../shared/scales/scale.ts';
import { calm, parts } from '../../helpers/session-builder.ts';

describe('scoreOf()', () => {
  const best = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };

  it('adds up, and is null for anything missing, unknown or out of the scale', () => {
    expect(scoreOf(aldrete, best)).toBe(10);
    expect(scoreOf(aldrete, { ...best, oxygen: 1 })).toBe(9);
    expect(scoreOf(aldrete, { ...best, oxygen: 3 })).toBeNull();
    expect(scoreOf(aldrete, { activity: 2 })).toBeNull();
    expect(scoreOf(aldrete, { ...best, pain: 2 })).toBeNull();
    expect(scoreOf(padss, best)).toBeNull();
  });
});

describe('aldreteFrom()', () => {
  it.each([
    [{ systolic: 141, diastolic: 80 }, { circulation: 2 }],
    [{ systolic: 142, diastolic: 80 }, { circulation: 1 }],
    [{ systolic: 176, diastolic: 80 }, { circulation: 1 }],
    [{ systolic: 177, diastolic: 80 }, { circulation: 0 }],
    [{ systolic: 94, diastolic: 60 }, { circulation: 1 }],
    [{ spo2: 93, oxygenTenths: 0 }, { oxygen: 2 }],
    [{ spo2: 92, oxygenTenths: 0 }, { oxygen: 1 }],
    [{ spo2: 97, oxygenTenths: 20 }, { oxygen: 1 }],
    [{ spo2: 89, oxygenTenths: 20 }, { oxygen: 0 }],
    [{ spo2: 97 }, {}],
    [{ sedation: { kind: 'rass', value: 0 } }, { consciousness: 2 }],
    [{ sedation: { kind: 'rass', value: -2 } }, { consciousness: 1 }],
    [{ sedation: { kind: 'rass', value: -4 } }, { consciousness: 0 }],
    [{ sedation: { kind: 'notRoused' } }, { consciousness: 0 }],
    [{ sedation: { kind: 'moaas', value: 5 } }, { consciousness: 2 }],
    [{ sedation: { kind: 'moaas', value: 3 } }, { consciousness: 1 }],
    [{ sedation: { kind: 'moaas', value: 2 } }, { consciousness: 0 }],
  ] as const)('reads %j against 118/74 as %j', (last, found) => {
    expect(aldreteFrom(calm, parts(last))).toEqual(found);
  });

  it('says nothing without a reading or a baseline', () => {
    expect(aldreteFrom(calm, null)).toEqual({});
    expect(aldreteFrom(null, parts({ systolic: 120, diastolic: 80 }))).toEqual({});
  });
});

describe('padssFrom()', () => {
  it('takes the worse of pressure and pulse', () => {
    expect(padssFrom(calm, calm)).toEqual({ vitals: 2 });
    expect(padssFrom(calm, parts({ systolic: 118, diastolic: 74, pulse: 93 }))).toEqual({ vitals: 1 });
    expect(padssFrom(calm, parts({ pulse: 101 }))).toEqual({ vitals: 0 });
    expect(padssFrom(calm, parts({ spo2: 97 }))).toEqual({});
  });
});
