import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf, erases } from '../../../shared/people/erasure-events.ts';
import { noRetention, quietBefore, retentionAfter, type RetentionBody } from '../../../shared/people/retention.ts';

const YEAR_MS = 365 * 86_400_000;
const after = (...bodies: readonly RetentionBody[]) =>
  bodies.reduce((rule, body, index) => retentionAfter(rule, { body, occurredAt: index }), noRetention);

test('years are whole calendar years back; from a leap day the day before', () => {
  expect(new Date(quietBefore(Date.UTC(2026, 10, 22, 9), 10)).toISOString()).toBe('2016-11-22T09:00:00.000Z');
  expect(new Date(quietBefore(Date.UTC(2028, 1, 29, 9), 1)).toISOString()).toBe('2027-02-28T09:00:00.000Z');
  expect(new Date(quietBefore(Date.UTC(2028, 1, 29, 9), 4)).toISOString()).toBe('2024-02-29T09:00:00.000Z');
});

test('nobody is ever due before so many years of 365 days', () => {
  const now = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });
  fc.assert(
    fc.property(now, fc.integer({ min: 1, max: 100 }), (at, years) => {
      expect(quietBefore(at, years)).toBeLessThanOrEqual(at - years * YEAR_MS);
    }),
  );
});

test('the last rule stands, and a hold until it is lifted', () => {
  const hold = { type: 'holdPlaced', patientId: 'p', reason: 'a court asks' } as const;
  expect(after({ type: 'yearsSet', years: 10 }, hold, { type: 'yearsSet', years: null })).toEqual({
    years: null,
    holds: new Map([['p', { reason: 'a court asks', at: 1 }]]),
  });
  expect(after(hold, { type: 'holdLifted', patientId: 'p', reason: 'over' }).holds.size).toBe(0);
  expect(after(hold, { type: 'holdLifted', patientId: 'q', reason: 'over' }).holds.size).toBe(1);
});

test('spans name exactly the numbers they were made of', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (seqs) => {
      const ranges = spansOf(seqs.toSorted((a, b) => a - b));
      const body = { type: 'erased' as const, ranges, rule: 'request', reason: 'asked' };
      const named = Array.from({ length: 62 }, (_, seq) => seq).filter((seq) => erases(body, seq));
      expect(named).toEqual(seqs.toSorted((a, b) => a - b));
    }),
  );
});
