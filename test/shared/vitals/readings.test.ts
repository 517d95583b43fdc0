import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { bandOf, bandsOf, worstBand } from '../../../shared/vitals/bands.ts';
import { gateOf } from '../../../shared/vitals/gate.ts';
import { differenceTo } from '../../../shared/vitals/difference.ts';
import { readingPartsSchema } from '../../../shared/vitals/reading.ts';
import { unlikely } from '../../../shared/vitals/unlikely.ts';
import { validateReading } from '../../../shared/vitals/validate.ts';
import { calm, parts } from '../../helpers/session-builder.ts';

const { bands } = defaultProtocol(0, 'Clinic');

describe('validateReading()', () => {
  it('takes any part alone', () => {
    for (const alone of [{ spo2: 97 }, { pulse: 60 }, { respirations: 0 }, { oxygenTenths: 20 }] as const) {
      expect(validateReading(parts(alone))).toBeNull();
    }
    expect(validateReading(parts({ sedation: { kind: 'notRoused' } }))).toBeNull();
    expect(validateReading(parts({ systolic: 118, diastolic: 74 }))).toBeNull();
  });

  it.each([
    [{}, 'reading.empty', 'systolic'],
    [{ systolic: 118 }, 'reading.pair', 'diastolic'],
    [{ diastolic: 74 }, 'reading.pair', 'systolic'],
    [{ systolic: 74, diastolic: 118 }, 'reading.order', 'diastolic'],
    [{ systolic: 100, diastolic: 91 }, 'reading.tooClose', 'diastolic'],
    [{ systolic: 301, diastolic: 80 }, 'reading.range', 'systolic'],
    [{ systolic: 39, diastolic: 20 }, 'reading.range', 'systolic'],
    [{ spo2: 101 }, 'reading.range', 'spo2'],
    [{ spo2: 49 }, 'reading.range', 'spo2'],
    [{ pulse: 19 }, 'reading.range', 'pulse'],
    [{ pulse: 72.5 }, 'reading.whole', 'pulse'],
    [{ respirations: 81 }, 'reading.range', 'respirations'],
    [{ sedation: { kind: 'rass', value: 5 } }, 'reading.range', 'sedation'],
    [{ sedation: { kind: 'moaas', value: 6 } }, 'reading.range', 'sedation'],
    [{ position: 'lying', arm: 'leftArm' }, 'reading.empty', 'systolic'],
  ] as const)('refuses %j with %s at %s', (given, code, field) => {
    expect(validateReading(parts(given))).toMatchObject({ ok: false, kind: 'invalid', code, field });
  });

  it('takes exactly a pulse pressure of 10', () => {
    expect(validateReading(parts({ systolic: 100, diastolic: 90 }))).toBeNull();
  });

  it('refuses nothing that the form of a reading refuses, and lets nothing through that it refuses', () => {
    const anything = fc.option(fc.integer({ min: -20, max: 400 }), { nil: null });
    const shape = { systolic: anything, diastolic: anything, spo2: anything, pulse: anything, respirations: anything };
    fc.assert(
      fc.property(fc.record(shape), (given) => {
        const reading = parts(given);
        const isShaped = readingPartsSchema.safeParse(reading).success;
        const refusal = validateReading(reading);
        expect(refusal?.code === 'reading.range').toBe(!isShaped);
      }),
    );
  });
});

describe('unlikely()', () => {
  it('asks about a pulse of 182', () => {
    const doubts = unlikely(parts({ systolic: 118, diastolic: 76, pulse: 182 }), null, null);
    expect(doubts).toEqual([{ code: 'pulseHigh', field: 'pulse', value: 182, before: null }]);
  });

  it('asks about a jump of more than a quarter, not of a quarter', () => {
    const before = parts({ systolic: 120, diastolic: 80 });
    expect(unlikely(parts({ systolic: 150, diastolic: 80 }), before, null)).toEqual([]);
    expect(unlikely(parts({ systolic: 151, diastolic: 80 }), before, null).map((doubt) => doubt.code)).toEqual([
      'systolicJump',
    ]);
  });

  it('compares with the baseline where nothing came after it, and leaves small numbers alone', () => {
    expect(unlikely(parts({ pulse: 100 }), null, calm).map((doubt) => doubt.code)).toEqual(['pulseJump']);
    expect(unlikely(parts({ respirations: 18 }), parts({ respirations: 12 }), null)).toEqual([]);
    expect(unlikely(parts({ spo2: 90 }), calm, null).map((doubt) => doubt.code)).toEqual(['spo2Jump']);
  });

  it('finds a digit too many or too few', () => {
    expect(unlikely(parts({ pulse: 280 }), parts({ pulse: 72 }), null)).toHaveLength(1);
    expect(unlikely(parts({ systolic: 60, diastolic: 40 }), calm, null).length).toBeGreaterThan(0);
  });
});

describe('bandOf()', () => {
  it.each([
    ['systolic', 159, 'ok'],
    ['systolic', 160, 'amber'],
    ['systolic', 180, 'red'],
    ['diastolic', 99, 'ok'],
    ['diastolic', 100, 'amber'],
    ['diastolic', 110, 'red'],
    ['spo2', 95, 'ok'],
    ['spo2', 94, 'amber'],
    ['spo2', 90, 'amber'],
    ['spo2', 89, 'red'],
    ['pulse', 50, 'ok'],
    ['pulse', 49, 'amber'],
    ['pulse', 120, 'ok'],
    ['pulse', 121, 'amber'],
    ['pulse', 151, 'red'],
    ['respirations', 9, 'amber'],
    ['respirations', 7, 'red'],
    ['rass', -3, 'amber'],
    ['rass', -4, 'red'],
    ['rass', 2, 'amber'],
    ['rass', 3, 'red'],
    ['moaas', 4, 'ok'],
    ['moaas', 3, 'amber'],
    ['moaas', 2, 'red'],
  ] as const)('%s %d is %s', (field, value, band) => {
    expect(bandOf(bands, field, value, null)).toBe(band);
  });

  it('is amber 30 % over baseline, but only from 140/90', () => {
    expect(bandOf(bands, 'systolic', 143, parts({ systolic: 110, diastolic: 70 }))).toBe('amber');
    expect(bandOf(bands, 'systolic', 142, parts({ systolic: 110, diastolic: 70 }))).toBe('ok');
    expect(bandOf(bands, 'systolic', 139, parts({ systolic: 90, diastolic: 50 }))).toBe('ok');
    expect(bandOf(bands, 'diastolic', 91, parts({ systolic: 110, diastolic: 70 }))).toBe('amber');
    expect(bandOf(bands, 'diastolic', 89, parts({ systolic: 110, diastolic: 60 }))).toBe('ok');
  });

  it('knows either scale of sedation', () => {
    expect(bandsOf(bands, parts({ sedation: { kind: 'moaas', value: 3 } }), null)).toEqual({ moaas: 'amber' });
    expect(bandsOf(bands, parts({ sedation: { kind: 'rass', value: -3 } }), null)).toEqual({ rass: 'amber' });
  });

  it('takes the worst of a reading; a patient who is left to rest lies in no band', () => {
    const found = bandsOf(bands, parts({ systolic: 165, diastolic: 112, sedation: { kind: 'notRoused' } }), null);
    expect(found).toEqual({ systolic: 'amber', diastolic: 'red' });
    expect(worstBand(found)).toBe('red');
  });
});

describe('gateOf()', () => {
  it('opens up to 140/90 and is red from 180/110', () => {
    expect(gateOf(bands, parts({ systolic: 140, diastolic: 90 }))).toBe('ok');
    expect(gateOf(bands, parts({ systolic: 141, diastolic: 80 }))).toBe('amber');
    expect(gateOf(bands, parts({ systolic: 130, diastolic: 110 }))).toBe('red');
  });
});

describe('differenceTo()', () => {
  it('gives the difference and whole per cent, half away from zero', () => {
    const found = differenceTo(
      parts({ systolic: 118, diastolic: 74 }),
      parts({ systolic: 131, diastolic: 85, pulse: 80 }),
    );
    expect(found).toEqual({ systolic: { by: 13, percent: 11 }, diastolic: { by: 11, percent: 15 } });
    expect(differenceTo(parts({ pulse: 200 }), parts({ pulse: 199 })).pulse).toEqual({ by: -1, percent: -1 });
    expect(differenceTo(parts({ pulse: 250 }), parts({ pulse: 249 })).pulse).toEqual({ by: -1, percent: 0 });
  });
});
