import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedItems, togetherItems, type CheckItem } from '../../../shared/protocol/check-item.ts';
import { momentOf, readValue } from '../../../shared/protocol/check-value.ts';
import { defaultPreChecks, defaultRecoveryChecks } from '../../../shared/protocol/default-checks.ts';

const NOW = Date.UTC(2026, 2, 2, 9, 0);
const HOUR = 3_600_000;

const item = (id: string, more: Partial<CheckItem> = {}): CheckItem => ({
  ...{ id, group: 'comfort', textKey: null, label: id, answer: 'done', required: true, value: null },
  ...{ onlyIf: null, stops: null, secondPerson: false, together: true },
  ...more,
});
const answered = (...pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([id, answer]) => [id, { answer }]));
const ids = (items: readonly CheckItem[]) => items.map(({ id }) => id);

describe('what is asked', () => {
  const list = [
    item('a', { answer: 'yesNo' }),
    item('b', { onlyIf: { itemId: 'a', answer: 'yes' }, answer: 'yesNo' }),
    item('c', { onlyIf: { itemId: 'b', answer: 'no' } }),
  ];

  it.each([
    [answered(), ['a']],
    [answered(['a', 'no']), ['a']],
    [answered(['a', 'yes']), ['a', 'b']],
    [answered(['a', 'yes'], ['b', 'no']), ['a', 'b', 'c']],
    // Answered once, and not asked any more: what hangs on it is not asked either.
    [answered(['a', 'no'], ['b', 'no']), ['a']],
  ])('follows the answers %j', (answers, expected) => {
    expect(ids(askedItems(list, answers))).toEqual(expected);
  });
});

describe('what goes together', () => {
  it('is open, done by a press, for one person, and never safety', () => {
    const list = [
      item('plain'),
      item('answered'),
      item('alone', { together: false }),
      item('offered', { answer: 'offered' }),
      item('two', { secondPerson: true }),
      item('hidden', { onlyIf: { itemId: 'plain', answer: 'done' } }),
      item('safe', { group: 'safety' }),
    ];
    expect(ids(togetherItems(list, answered(['answered', 'done']), 'comfort'))).toEqual(['plain']);
    expect(togetherItems(list, {}, 'safety')).toEqual([]);
  });
});

describe('a value', () => {
  const kg = { kind: 'number', unit: 'kg', min: 20, max: 350 } as const;
  it.each([
    ['72', '72 kg'],
    [' 72,5 ', '72.5 kg'],
    ['72.5 kg', '72.5 kg'],
    ['720', null],
    ['7', null],
    ['72.5.1', null],
    ['l2', null],
    ['', null],
  ])('of a number: %j is %j', (typed, kept) => {
    expect(readValue(kg, typed, NOW)).toBe(kept);
  });

  it('of a moment lies in the past, and at most three days', () => {
    const time = { kind: 'time' } as const;
    expect(readValue(time, String(NOW - 14 * HOUR), NOW)).toBe(String(NOW - 14 * HOUR));
    expect(readValue(time, String(NOW + 10), NOW)).toBe(String(NOW));
    expect(readValue(time, String(NOW + 60_000), NOW)).toBeNull();
    expect(readValue(time, String(NOW - 73 * HOUR), NOW)).toBeNull();
    expect(readValue(time, '07:30', NOW)).toBeNull();
    expect(momentOf(time, String(NOW))).toBe(NOW);
    expect(momentOf(time, 'toast 07:30')).toBeNull();
    expect(momentOf({ kind: 'text' }, String(NOW))).toBeNull();
  });

  it('once kept is read as itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (typed) => {
        for (const form of [kg, { kind: 'text' }, { kind: 'time' }] as const) {
          const kept = readValue(form, typed, NOW);
          if (kept !== null) expect(readValue(form, kept, NOW)).toBe(kept);
        }
      }),
    );
  });
});

describe('the built-in lists', () => {
  it('hang only on items before them, which can be answered so', () => {
    for (const list of [defaultPreChecks, defaultRecoveryChecks]) {
      for (const { onlyIf, id } of list) {
        const on = list.slice(0, ids(list).indexOf(id)).find((before) => before.id === onlyIf?.itemId);
        if (onlyIf !== null) expect(on?.answer).toBe('yesNo');
      }
    }
  });

  it('take two minutes the fourth time: few presses, and hardly anything to type', () => {
    const asked = askedItems(defaultPreChecks, {});
    const together = togetherItems(defaultPreChecks, {}, 'comfort');
    const typed = asked.filter(({ value }) => value !== null && value.kind !== 'time');
    expect(typed.map(({ id }) => id)).toEqual(['weightToday', 'escort', 'allergies']);
    const presses = asked.length - together.length + 1;
    expect(presses).toBeLessThanOrEqual(21);
  });
});
