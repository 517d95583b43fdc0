import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kept, lastExpiry, MAX_AGE_DAYS } from '../../../../electron/record/backup/rotation.ts';
import { waitAfter } from '../../../../electron/record/backup/waits.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 15);

/** Copies made at any moments of the last two years. */
const copies = fc
  .uniqueArray(fc.integer({ min: 0, max: 730 * DAY }), { maxLength: 120 })
  .map((ages) => ages.map((age) => ({ createdAt: NOW - age })));

const newestFirst = (made: readonly { createdAt: number }[]) => made.toSorted((a, b) => b.createdAt - a.createdAt);

test('nothing but the newest outlives the limit, and the newest is always kept', () => {
  fc.assert(
    fc.property(copies, (made) => {
      const keep = kept(made, NOW);
      const [newest, ...others] = newestFirst(made);
      if (newest !== undefined) expect(keep.has(newest)).toBe(true);
      for (const copy of others) if (copy.createdAt <= NOW - MAX_AGE_DAYS * DAY) expect(keep.has(copy)).toBe(false);
    }),
  );
});

test('the ten newest stay, and one of each of the last 14 days and 12 months', () => {
  fc.assert(
    fc.property(copies, (made) => {
      const keep = kept(made, NOW);
      const young = newestFirst(made).filter(({ createdAt }) => createdAt > NOW - MAX_AGE_DAYS * DAY);
      for (const copy of young.slice(0, 10)) expect(keep.has(copy)).toBe(true);
      const day = (at: number): number => Math.floor(at / DAY);
      for (const copy of young) {
        const sameDay = young.filter((other) => day(other.createdAt) === day(copy.createdAt));
        if (day(NOW) - day(copy.createdAt) < 14) expect(sameDay.some((one) => keep.has(one))).toBe(true);
        const month = (at: number): number => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
        const sameMonth = young.filter((other) => month(other.createdAt) === month(copy.createdAt));
        if (month(NOW) - month(copy.createdAt) < 12) expect(sameMonth.some((one) => keep.has(one))).toBe(true);
      }
      expect(keep.size).toBeLessThanOrEqual(10 + 14 + 12 + 1);
    }),
  );
});

test('rotated day by day, a copy is gone by the day that was said', () => {
  fc.assert(
    fc.property(copies, fc.integer({ min: 0, max: 730 }), (made, daysAgo) => {
      const erasedAt = NOW - daysAgo * DAY;
      const expiry = lastExpiry(made, erasedAt);
      const holding = made.filter(({ createdAt }) => createdAt <= erasedAt);
      expect(expiry === null).toBe(holding.length === 0);
      if (expiry === null) return;
      const after = [...made, { createdAt: expiry }];
      const keep = kept(after, expiry);
      expect(holding.some((copy) => keep.has(copy))).toBe(false);
    }),
  );
});

test('waits grow to an hour and stay there', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 100].map(waitAfter);
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60].map((minutes) => minutes * 60_000));
});
