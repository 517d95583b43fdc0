import { expect, test } from 'vitest';
import { createPinLimiter } from '../../../electron/access/pin-limiter.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A limiter after wrong PINs at these moments. */
function after(...moments: readonly number[]) {
  const limiter = createPinLimiter();
  for (const moment of moments) limiter.wrong('ann', moment);
  return limiter;
}

test('the fifth wrong PIN within five minutes has to wait 30 seconds', () => {
  expect(after(0, 1, 2, 3).waitMs('ann', 3)).toBe(0);
  const limiter = after(0, 1, 2, 3, 4 * MINUTE);
  expect(limiter.waitMs('ann', 4 * MINUTE)).toBe(30 * SECOND);
  expect(limiter.waitMs('ann', 4 * MINUTE + 29_999)).toBe(1);
  expect(limiter.waitMs('ann', 4 * MINUTE + 30 * SECOND)).toBe(0);
});

test('five wrong ones spread over more than five minutes wait for nothing', () => {
  expect(after(0, MINUTE, 2 * MINUTE, 3 * MINUTE, 5 * MINUTE).waitMs('ann', 5 * MINUTE)).toBe(0);
  expect(after(0, MINUTE, 2 * MINUTE, 3 * MINUTE, 5 * MINUTE, 5 * MINUTE + 1).waitMs('ann', 5 * MINUTE + 1)).toBe(
    30 * SECOND,
  );
});

test('each further wrong one waits twice as long, eight minutes at most', () => {
  const limiter = after(0, 1, 2, 3, 4);
  let now = 4;
  const waits = Array.from({ length: 6 }, () => {
    now += limiter.waitMs('ann', now);
    limiter.wrong('ann', now);
    return limiter.waitMs('ann', now) / SECOND;
  });
  expect(waits).toEqual([60, 120, 240, 480, 480, 480]);
});

test('the right one, or an hour without a wrong one, forgets; others are not held up', () => {
  const limiter = after(0, 1, 2, 3, 4);
  expect(limiter.waitMs('ben', 4)).toBe(0);
  limiter.right('ann');
  expect(limiter.waitMs('ann', 4)).toBe(0);
  limiter.wrong('ann', 5);
  expect(limiter.waitMs('ann', 5)).toBe(0);
  const later = after(0, 1, 2, 3, 4, 61 * MINUTE);
  expect(later.waitMs('ann', 61 * MINUTE)).toBe(0);
});
