import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyEntry,
  entryOf,
  isEmpty,
  numberFields,
  partsOf,
  problemsOf,
  reduceEntry,
  type NumberFieldName,
  type ReadingEntry,
} from '../../../renderer/room/session/reading/reading-entry.ts';

function typed(texts: Partial<Record<NumberFieldName, string>>): ReadingEntry {
  return numberFields.reduce<ReadingEntry>(
    (entry, field) =>
      texts[field] === undefined ? entry : reduceEntry(entry, { type: 'text', field, text: texts[field], nowMs: 1000 }),
    emptyEntry,
  );
}

describe('a reading on its way', () => {
  it('takes the moment of its first key, and keeps it', () => {
    const first = reduceEntry(emptyEntry, { type: 'text', field: 'systolic', text: '1', nowMs: 5000 });
    const second = reduceEntry(first, { type: 'text', field: 'systolic', text: '12', nowMs: 9000 });
    expect(second.takenAt).toBe(5000);
    expect(reduceEntry(second, { type: 'takenAt', atMs: 2000 }).takenAt).toBe(2000);
  });

  it('goes to the echo when nothing is wrong, and back with everything still typed', () => {
    const echo = reduceEntry(typed({ systolic: '118', diastolic: '76' }), { type: 'submit' });
    expect(echo.stage).toBe('echo');
    const back = reduceEntry(echo, { type: 'back' });
    expect(back).toMatchObject({ stage: 'typing', texts: { systolic: '118', diastolic: '76' } });
  });

  it('leaves an empty field empty', () => {
    expect(partsOf(typed({ spo2: '97' }))).toEqual({
      systolic: null,
      diastolic: null,
      spo2: 97,
      pulse: null,
      respirations: null,
      sedation: null,
      oxygenTenths: null,
    });
  });

  it('reads sedation and oxygen from what was chosen', () => {
    const calm = reduceEntry(emptyEntry, { type: 'sedation', value: '-2', nowMs: 1 });
    expect(partsOf(reduceEntry(calm, { type: 'oxygen', value: '20', nowMs: 2 }))).toMatchObject({
      sedation: { kind: 'rass', value: -2 },
      oxygenTenths: 20,
    });
    expect(partsOf({ ...emptyEntry, sedation: 'notRoused' }).sedation).toEqual({ kind: 'notRoused' });
  });

  it('comes back whole when a reading is opened for amending', () => {
    const parts = partsOf({ ...typed({ systolic: '131', diastolic: '85', pulse: '86' }), sedation: '-1', oxygen: '0' });
    expect(partsOf(entryOf(parts, 7000))).toEqual(parts);
  });
});

describe('what cannot be', () => {
  it('names the field and keeps the typed text', () => {
    const entry = reduceEntry(typed({ systolic: '1180', diastolic: '7x' }), { type: 'submit' });
    expect(entry.stage).toBe('typing');
    expect(entry.texts).toMatchObject({ systolic: '1180', diastolic: '7x' });
    expect(entry.problems).toEqual([
      { code: 'outside', field: 'systolic', params: { text: '1180', min: 40, max: 300 } },
      { code: 'notWhole', field: 'diastolic', params: { text: '7x' } },
    ]);
  });

  it.each([
    ['118.5', 'notWhole'],
    ['-5', 'notWhole'],
    ['1e2', 'notWhole'],
    ['19', 'outside'],
    ['301', 'outside'],
  ])('refuses a pulse of %s', (text, code) => {
    expect(problemsOf(typed({ pulse: text }))).toMatchObject([{ code, field: 'pulse' }]);
  });

  it('asks for the other half of a blood pressure', () => {
    expect(problemsOf(typed({ systolic: '118' }))).toMatchObject([{ code: 'pair', field: 'diastolic' }]);
  });

  it('refuses a pressure upside down or too close, and says which', () => {
    expect(problemsOf(typed({ systolic: '76', diastolic: '118' }))).toMatchObject([{ code: 'order' }]);
    expect(problemsOf(typed({ systolic: '80', diastolic: '76' }))).toMatchObject([
      { code: 'tooClose', params: { systolic: 80, diastolic: 76, min: 10 } },
    ]);
  });

  it('refuses nothing at all', () => {
    expect(problemsOf(emptyEntry)).toMatchObject([{ code: 'empty' }]);
    expect(isEmpty(emptyEntry)).toBe(true);
  });

  it('forgets a problem once its field is typed anew', () => {
    const wrong = reduceEntry(typed({ systolic: '1180', pulse: '5' }), { type: 'submit' });
    const corrected = reduceEntry(wrong, { type: 'text', field: 'systolic', text: '118', nowMs: 1 });
    expect(corrected.problems.map((problem) => problem.field)).toEqual(['pulse']);
  });
});

it('never clips: what counts is what was typed, or nothing counts', () => {
  fc.assert(
    fc.property(fc.record({ spo2: fc.string({ maxLength: 6 }), pulse: fc.string({ maxLength: 6 }) }), (texts) => {
      const entry = typed(texts);
      expect(entry.texts).toMatchObject(texts);
      if (problemsOf(entry).length > 0) return;
      const parts = partsOf(entry);
      for (const field of ['spo2', 'pulse'] as const) {
        if (parts[field] !== null) expect(String(parts[field])).toBe(texts[field].trim().replace(/^0+(?=\d)/, ''));
      }
    }),
  );
});
