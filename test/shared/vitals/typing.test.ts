import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures, type Known, type Typed } from '../../../shared/vitals/measures.ts';
import { meantBy } from '../../../shared/vitals/meant.ts';
import { nearDigits } from '../../../shared/vitals/near-digits.ts';
import { isWholeReading, readPasted } from '../../../shared/vitals/paste.ts';
import { unlikely } from '../../../shared/vitals/unlikely.ts';
import { emptyParts, validateReading } from '../../../shared/vitals/validate.ts';
import { calmReading } from '../../helpers/typed-arbitrary.ts';

const known: Known = { systolic: 122, diastolic: 78, spo2: 98, pulse: 76, respirations: 14 };
const nothing: Typed = { systolic: '', diastolic: '', spo2: '', pulse: '', respirations: '' };
const typed = (given: Partial<Typed>): Typed => ({ ...nothing, ...given });
const usual = typed({ systolic: '128', diastolic: '82', spo2: '97', pulse: '88' });

const partsOf = (given: Typed) => {
  const parts = { ...emptyParts };
  for (const field of measures) if (given[field] !== '') parts[field] = Number(given[field]);
  return parts;
};

/** Codes of what would be asked about. */
const asked = (given: Typed, before: Known | null) =>
  unlikely(partsOf(given), before === null ? null : { ...emptyParts, ...before }, null).map(({ code }) => code);

describe('meantBy()', () => {
  it.each([
    ['a nought too many', { systolic: '1280' }, { systolic: '128' }],
    ['a digit twice', { systolic: '1228' }, { systolic: '128' }],
    ['a nought too few', { pulse: '9' }, { pulse: '90' }],
    ['a point', { systolic: '12.8' }, { systolic: '128' }],
    ['a letter', { systolic: 'l28' }, { systolic: '128' }],
    ['digits the other way round', { systolic: '218' }, { systolic: '128' }],
    ['a saturation over 100', { spo2: '977' }, { spo2: '97' }],
  ] as const)('offers the value right after %s', (_name, fault, right) => {
    expect(meantBy({ ...usual, ...fault }, known)).toMatchObject({ kind: 'digits', typed: { ...usual, ...right } });
  });

  it('turns systolic and diastolic, and SpO2 and pulse', () => {
    const turned = meantBy(typed({ systolic: '82', diastolic: '128' }), known);
    expect(turned).toMatchObject({ kind: 'swapped', fields: ['systolic', 'diastolic'] });
    expect(turned?.typed).toMatchObject({ systolic: '128', diastolic: '82' });
    expect(meantBy({ ...usual, spo2: '76', pulse: '98' }, known)?.typed).toMatchObject({ spo2: '98', pulse: '76' });
  });

  it('moves values back that slid over a field', () => {
    expect(meantBy(typed({ diastolic: '128', spo2: '82', pulse: '97', respirations: '88' }), known)?.typed).toEqual(
      usual,
    );
    const out = meantBy(typed({ systolic: '128', diastolic: '98', spo2: '76' }), known);
    expect(out).toMatchObject({ kind: 'slid', typed: { systolic: '128', diastolic: '', spo2: '98', pulse: '76' } });
  });

  it('offers nothing where one slip explains nothing', () => {
    expect(meantBy({ ...usual, systolic: '188', diastolic: '118' }, known)).toBeNull();
    expect(meantBy({ ...usual, systolic: 'abc' }, known)).toBeNull();
    expect(nearDigits('12881288')).toEqual([]);
  });

  it('offers only what would be neither refused nor asked about itself', () => {
    const text = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 3000 }).map(String));
    const any = fc.record({ systolic: text, diastolic: text, spo2: text, pulse: text, respirations: text });
    fc.assert(
      fc.property(any, (given) => {
        const meant = meantBy(given, known);
        if (meant === null) return;
        const parts = partsOf(meant.typed);
        const code = validateReading(parts)?.code ?? null;
        expect(meant.kind === 'slid' && code === 'reading.pair' ? null : code).toBeNull();
        expect(unlikely(parts, { ...emptyParts, ...known }, null)).toEqual([]);
        expect(meant.fields.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the value that was meant after a nought too many, whoever the patient is', () => {
    fc.assert(
      fc.property(calmReading, fc.constantFrom(...measures), (calm, field) => {
        fc.pre(validateReading(partsOf(calm.typed)) === null && asked(calm.typed, calm.known).length === 0);
        const meant = meantBy({ ...calm.typed, [field]: `${calm.typed[field]}0` }, calm.known);
        expect(meant).not.toBeNull();
        if (Number(calm.typed[field]) * 10 > 300) expect(meant?.typed[field]).toBe(calm.typed[field]);
      }),
      {
        numRuns: 200,
        // 1200 of a patient who had 100 before: 120, not 100.
        examples: [
          [
            {
              known: { systolic: 100, diastolic: 61, spo2: 99, pulse: 95, respirations: 13 },
              typed: { systolic: '120', diastolic: '58', spo2: '96', pulse: '88', respirations: '10' },
            },
            'systolic',
          ],
        ],
      },
    );
  });
});

describe('unlikely() about values in each other’s place', () => {
  it('asks about a saturation and a pulse the other way round, also of a patient of whom nothing is known', () => {
    expect(asked({ ...usual, spo2: '91', pulse: '97' }, { ...known, pulse: 90 })).toContain('spo2Place');
    expect(asked({ ...usual, spo2: '82', pulse: '97' }, null)).toContain('spo2Place');
    expect(asked({ ...usual, spo2: '97', pulse: '97' }, { ...known, pulse: 96 })).toEqual([]);
    expect(asked({ ...usual, spo2: '97', pulse: '98' }, { ...known, pulse: 96 })).toEqual([]);
  });

  it('asks about values that slid over the diastolic one', () => {
    expect(asked(typed({ systolic: '128', diastolic: '97', spo2: '92' }), { ...known, pulse: 90 })).toContain(
      'diastolicPlace',
    );
  });

  it('asks about few of ordinary readings', () => {
    const readings = fc.sample(calmReading, { numRuns: 1000, seed: 7 });
    const askedAbout = readings.filter((calm) => asked(calm.typed, calm.known).length > 0);
    expect(askedAbout.length).toBeLessThanOrEqual(20);
  });
});

describe('readPasted()', () => {
  const whole = { systolic: '128', diastolic: '82', spo2: '97', pulse: '88' };
  it.each([
    '128/82 97 88',
    '128 / 82, 97 %, 88',
    '128/82\t97\t88\n',
    '128 82 97 88',
    'BP 128/82 SpO2 97% HR 88',
    'NIBP: 128/82 mmHg; SpO₂: 97 %; PR: 88 bpm',
    'HR 88, BP 128/82, sats 97',
    '128/82 HR 88 97%',
  ])('understands %j', (text) => {
    expect(isWholeReading(text)).toBe(true);
    expect(readPasted(text)).toEqual(whole);
  });

  it('takes breathing after the pulse, and a blood pressure alone', () => {
    expect(readPasted('128/82 97 88 14')).toEqual({ ...whole, respirations: '14' });
    expect(readPasted('128/82 97% 92')).toEqual({ ...whole, pulse: '92' });
    expect(readPasted('128/82')).toEqual({ systolic: '128', diastolic: '82' });
  });

  it.each([
    '12.04.1988',
    '14:23 128/82 97 88',
    '128/82 97 88 14 3',
    '128/82 118/76',
    '128/82 SpO2 97 98%',
    'weight 72 height 180',
    '128/82 HR 88%',
    '128/82 HR',
    'BP 128 82',
    '+45 5 55 12 34 56',
    '128/82/97',
    '128/82 97 92',
  ])('takes nothing of %j', (text) => {
    expect(readPasted(text)).toBeNull();
  });

  it('leaves one value to its field', () => {
    for (const text of ['128', ' 128 ', '12.8', '97 %']) expect(isWholeReading(text)).toBe(false);
  });
});
