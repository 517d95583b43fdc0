import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../renderer/room/session/reading/entry-problems.ts';
import {
  emptyEntry,
  entryOf,
  isEmpty,
  isStale,
  partsOf,
  standingOf,
  STALE_MS,
  type ReadingEntry,
  type Standing,
} from '../../../renderer/room/session/reading/entry-state.ts';
import { isFull } from '../../../renderer/room/session/reading/field-walk.ts';
import { momentOf } from '../../../renderer/room/session/reading/moment-of.ts';
import { reduceEntry } from '../../../renderer/room/session/reading/reading-entry.ts';
import { sedationByKey, sedationOptions } from '../../../renderer/room/session/reading/sedation-scale.ts';
import { measures, type Measure, type Typed } from '../../../shared/vitals/measures.ts';
import { readingLimits } from '../../../shared/vitals/reading.ts';
import { TestRoom, parts } from '../../helpers/session-builder.ts';

const nothing: Standing = { oxygenTenths: null, position: null, arm: null };
const empty = emptyEntry(nothing);
const submit = (entry: ReadingEntry, nowMs = 1000) => reduceEntry(entry, { type: 'submit', nowMs, rate: 1 });

function typed(texts: Partial<Typed>, start = empty, nowMs = 1000): ReadingEntry {
  return measures.reduce<ReadingEntry>(
    (entry, field) =>
      texts[field] === undefined
        ? entry
        : reduceEntry(entry, { type: 'text', field, text: texts[field], nowMs, rate: 1 }),
    start,
  );
}

const wrongIn = (entry: ReadingEntry) => problemsOf(entry.texts, () => partsOf(entry));

describe('the moment of a reading', () => {
  it('is that of its first digit, and stays', () => {
    const first = typed({ systolic: '1' }, empty, 5000);
    expect(typed({ systolic: '12' }, first, 9000)).toMatchObject({ takenAt: 5000, firstAt: 5000 });
  });

  it('set by hand keeps the first digit beside it, whatever is typed after', () => {
    const moved = reduceEntry(typed({ systolic: '1' }, empty, 500_000), { type: 'takenAt', atMs: 380_000 });
    expect(typed({ systolic: '12' }, moved, 900_000)).toMatchObject({ takenAt: 380_000, firstAt: 500_000 });
  });

  it('is that of the first digit, not of what was answered before it, nor of what stands', () => {
    const asked = reduceEntry(empty, { type: 'symptoms', value: [], nowMs: 1000, rate: 1 });
    expect(asked.takenAt).toBe(1000);
    expect(typed({ pulse: '8' }, asked, 7000).takenAt).toBe(7000);
    expect(reduceEntry(empty, { type: 'standing', change: { oxygenTenths: 20 } }).takenAt).toBeNull();
  });

  it('is forgotten where everything is deleted again, but not that of a reading which is amended', () => {
    expect(typed({ systolic: '' }, typed({ systolic: '1' }), 9000)).toMatchObject({ takenAt: null, firstAt: null });
    const amended = entryOf(parts({ spo2: 97 }), 7000);
    expect(typed({ spo2: '96' }, typed({ spo2: '' }, amended, 9000), 9500).takenAt).toBe(7000);
  });

  it('is asked about once the form was left alone for over two minutes', () => {
    const half = typed({ systolic: '128', diastolic: '82' }, empty, 1000);
    const late = 1000 + STALE_MS + 1;
    expect([isStale(half, late - 1, 1), isStale(half, late, 1), isStale(half, late, 60)]).toEqual([false, true, false]);
    expect(submit(half, late)).toBe(half);
    const still = reduceEntry(half, { type: 'still', takenNow: false, nowMs: late });
    expect(submit(still, late + 1)).toMatchObject({ stage: 'echo', takenAt: 1000 });
    expect(reduceEntry(half, { type: 'still', takenNow: true, nowMs: late }).takenAt).toBe(late);
    expect(isStale(entryOf(parts({ spo2: 97 }), 0), late, 1)).toBe(false);
  });

  it('goes on being asked about, whatever is typed, pasted or pressed before there is an answer', () => {
    const half = typed({ systolic: '128' }, empty, 1000);
    const late = { nowMs: 1000 + STALE_MS + 1, rate: 1 };
    const ways = [
      { type: 'text', field: 'diastolic', text: '82', ...late },
      { type: 'paste', text: '128/82 97 88', ...late },
      { type: 'sedation', value: { kind: 'notRoused' }, ...late },
      { type: 'symptoms', value: [], ...late },
      { type: 'take', texts: half.texts, ...late },
    ] as const;
    for (const way of ways) {
      const after = reduceEntry(half, way);
      expect(isStale(after, late.nowMs, 1)).toBe(true);
      expect(submit(after, late.nowMs)).toBe(after);
    }
    expect(reduceEntry(half, ways[0]).texts.diastolic).toBe('82');
    const emptied = typed({ systolic: '' }, half, late.nowMs);
    expect(isStale(typed({ systolic: '1' }, emptied, late.nowMs), late.nowMs, 1)).toBe(false);
  });

  it('reads a time that was typed as the last moment that had it', () => {
    const now = new Date(2026, 10, 21, 0, 10).getTime();
    expect(momentOf('00:08', now)).toBe(now - 2 * 60_000);
    expect(momentOf('23:55', now)).toBe(now - 15 * 60_000);
    for (const text of ['24:00', '12:60', '9:5', '']) expect(momentOf(text, now)).toBeNull();
  });
});

describe('a reading on its way', () => {
  it('goes to the echo when nothing is wrong, and back with everything still typed', () => {
    const echo = submit(typed({ systolic: '118', diastolic: '76' }));
    expect(echo.stage).toBe('echo');
    const back = reduceEntry(echo, { type: 'back' });
    expect(back).toMatchObject({ stage: 'typing', texts: { systolic: '118', diastolic: '76' } });
  });

  it('leaves an empty field empty, and says nothing that nobody said', () => {
    expect(partsOf(typed({ spo2: '97' }))).toEqual(parts({ spo2: 97 }));
  });

  it('reads what was chosen; what stands goes into the next one, and is none by itself', () => {
    const chosen = reduceEntry(empty, { type: 'sedation', value: { kind: 'rass', value: -2 }, nowMs: 1, rate: 1 });
    const told = reduceEntry(chosen, { type: 'symptoms', value: ['dizzy'], nowMs: 2, rate: 1 });
    const change = { oxygenTenths: 20, position: 'reclined', arm: 'leftArm' } as const;
    const whole = reduceEntry(told, { type: 'standing', change });
    const expected = { sedation: { kind: 'rass', value: -2 }, symptoms: ['dizzy'], ...change };
    expect(partsOf(whole)).toMatchObject(expected);
    const next = reduceEntry(whole, { type: 'clear' });
    expect(next.standing).toEqual(change);
    expect(isEmpty(next)).toBe(true);
    expect(submit(next).problems).toMatchObject([{ code: 'empty' }]);
    expect(isEmpty(reduceEntry(next, { type: 'standing', change: { oxygenTenths: 30 } }))).toBe(false);
  });

  it('begins with what stands in the readings so far', () => {
    const room = new TestRoom().do({ type: 'beginPreChecks' });
    expect(standingOf(room.session)).toEqual(nothing);
    room.takeReading(parts({ spo2: 97, oxygenTenths: 0, position: 'lying' }));
    room.takeReading(parts({ spo2: 96, arm: 'rightArm' }));
    expect(standingOf(room.session)).toEqual({ oxygenTenths: 0, position: 'lying', arm: 'rightArm' });
  });

  it('comes back whole when a reading is opened for amending', () => {
    const written = parts({
      ...{ systolic: 131, diastolic: 85, pulse: 86, oxygenTenths: 0, symptoms: ['nausea'] },
      sedation: { kind: 'moaas', value: 4 },
      ...{ position: 'lying', arm: 'leftArm' },
    });
    expect(partsOf(entryOf(written, 7000))).toEqual(written);
  });

  it('takes a pasted reading whole, or nothing of it, shown as it was', () => {
    const pasted = reduceEntry(empty, { type: 'paste', text: '128/82 97 88', nowMs: 3000, rate: 1 });
    expect(pasted).toMatchObject({
      takenAt: 3000,
      texts: { systolic: '128', diastolic: '82', spo2: '97', pulse: '88' },
    });
    const before = typed({ systolic: '118' });
    const refused = reduceEntry(before, { type: 'paste', text: ' 12.04.1988 ', nowMs: 3000, rate: 1 });
    expect(refused).toEqual({ ...before, refusedPaste: '12.04.1988' });
    expect(typed({ systolic: '119' }, refused).refusedPaste).toBeNull();
  });

  it('reads back what was meant as soon as it is taken', () => {
    const wrong = submit(typed({ systolic: '1280', diastolic: '82' }));
    const taken = reduceEntry(wrong, {
      type: 'take',
      texts: { ...wrong.texts, systolic: '128' },
      nowMs: 2000,
      rate: 1,
    });
    expect(taken).toMatchObject({ stage: 'echo', problems: [], takenAt: 1000 });
  });
});

describe('what cannot be', () => {
  it('names the field and keeps the typed text', () => {
    const entry = submit(typed({ systolic: '1180', diastolic: '7x' }));
    expect(entry.stage).toBe('typing');
    expect(entry.texts).toMatchObject({ systolic: '1180', diastolic: '7x' });
    expect(entry.problems).toEqual([
      { code: 'outside', field: 'systolic', params: { text: '1180', min: 40, max: 300 } },
      { code: 'notWhole', field: 'diastolic', params: { text: '7x' } },
    ]);
  });

  it('shows a key that no number has as it is pressed', () => {
    expect(typed({ pulse: '8o' }).problems).toEqual([{ code: 'notWhole', field: 'pulse', params: { text: '8o' } }]);
    expect(typed({ pulse: '80' }, typed({ pulse: '8o' })).problems).toEqual([]);
  });

  it.each([
    ['118.5', 'notWhole'],
    ['-5', 'notWhole'],
    ['1e2', 'notWhole'],
    ['19', 'outside'],
    ['301', 'outside'],
  ])('refuses a pulse of %s', (text, code) => {
    expect(wrongIn(typed({ pulse: text }))).toMatchObject([{ code, field: 'pulse' }]);
  });

  it('asks for the other half of a blood pressure', () => {
    expect(wrongIn(typed({ systolic: '118' }))).toMatchObject([{ code: 'pair', field: 'diastolic' }]);
  });

  it('refuses a pressure upside down or too close, and says which', () => {
    expect(wrongIn(typed({ systolic: '76', diastolic: '118' }))).toMatchObject([{ code: 'order' }]);
    expect(wrongIn(typed({ systolic: '80', diastolic: '76' }))).toMatchObject([
      { code: 'tooClose', params: { systolic: 80, diastolic: 76, min: 10 } },
    ]);
  });

  it('refuses nothing at all', () => {
    expect(submit(empty).problems).toMatchObject([{ code: 'empty' }]);
    expect(isEmpty(empty)).toBe(true);
  });

  it('forgets a problem once its field is typed anew', () => {
    const wrong = submit(typed({ systolic: '1180', pulse: '5' }));
    const corrected = typed({ systolic: '118' }, wrong);
    expect(corrected.problems.map((problem) => problem.field)).toEqual(['pulse']);
  });
});

it('never clips: what counts is what was typed, or nothing counts', () => {
  fc.assert(
    fc.property(fc.record({ spo2: fc.string({ maxLength: 6 }), pulse: fc.string({ maxLength: 6 }) }), (texts) => {
      const entry = typed(texts);
      expect(entry.texts).toMatchObject(texts);
      if (wrongIn(entry).length > 0) return;
      const read = partsOf(entry);
      for (const field of ['spo2', 'pulse'] as const) {
        if (read[field] !== null) expect(String(read[field])).toBe(texts[field].trim().replace(/^0+(?=\d)/, ''));
      }
    }),
  );
});

it('goes on by itself only from a value to which no further digit could belong', () => {
  fc.assert(
    fc.property(fc.constantFrom<Measure>(...measures), fc.nat({ max: 400 }).map(String), (field, text) => {
      const [min, max] = readingLimits[field];
      const fits = (value: number) => value >= min && value <= max;
      const longer = Array.from({ length: 10 }, (_, digit) => Number(`${text}${digit}`));
      expect(isFull(field, text)).toBe(fits(Number(text)) && !longer.some((value) => value <= max));
    }),
  );
});

it.each(['rass', 'moaas'] as const)('every level of %s has a key of its own', (scale) => {
  const options = sedationOptions(scale);
  expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  for (const { key, value } of options) {
    const before = key.length === 2 ? '+' : '';
    expect(sedationByKey(scale, before, key.slice(-1))).toEqual(value);
  }
  expect(options.filter(({ value }) => value.kind !== 'notRoused')).toHaveLength(scale === 'rass' ? 10 : 6);
  expect(sedationByKey(scale, '', 'x')).toBeNull();
  expect(sedationByKey(scale, '', '9')).toBeNull();
});
