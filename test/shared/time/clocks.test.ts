import { describe, expect, it } from 'vitest';
import { elapsedBetween, sameBoot, shiftClock } from '../../../shared/time/clock.ts';
import { compareClocks } from '../../../shared/time/compare.ts';
import { formatCountdown, formatElapsed } from '../../../shared/time/format.ts';
import { FakeClock } from '../../helpers/fake-clock.ts';

function after(change: (clock: FakeClock) => void) {
  const clock = new FakeClock();
  const before = clock.now();
  change(clock);
  return { before, now: clock.now(), findings: compareClocks(before, clock.now()) };
}

describe('compareClocks()', () => {
  it('finds nothing in an ordinary tick, noise of a clock included', () => {
    expect(after((clock) => clock.advance(1000)).findings).toEqual([]);
    expect(after((clock) => (clock.advance(5000), clock.setWallBy(-1999))).findings).toEqual([]);
    expect(after((clock) => clock.sleep(1999)).findings).toEqual([]);
  });

  it('tells sleep, stall and a set clock apart', () => {
    expect(after((clock) => clock.sleep(2000)).findings).toEqual([{ kind: 'slept', byMs: 2000 }]);
    expect(after((clock) => clock.advance(5001)).findings).toEqual([{ kind: 'stalled', byMs: 5001 }]);
    expect(after((clock) => clock.setWallBy(-3_600_000)).findings).toEqual([{ kind: 'clockJumped', byMs: -3_600_000 }]);
  });

  it('finds sleep and a set clock together', () => {
    const both = after((clock) => (clock.sleep(60_000), clock.setWallBy(7000)));
    expect(both.findings).toEqual([
      { kind: 'slept', byMs: 60_000 },
      { kind: 'clockJumped', byMs: 7000 },
    ]);
  });

  it('knows a reboot, and a wall clock that came back behind', () => {
    expect(after((clock) => clock.reboot(40_000, 0)).findings).toEqual([
      { kind: 'rebooted', gapMs: 40_000, wallBehind: false },
    ]);
    expect(after((clock) => clock.reboot(40_000, -50_000)).findings).toEqual([
      { kind: 'rebooted', gapMs: 0, wallBehind: true },
    ]);
  });

  it('takes an uptime that fell for a reboot, whatever the boot id says', () => {
    const clock = new FakeClock();
    const before = clock.now();
    const now = { ...shiftClock(before, 30_000), uptimeMs: 4000, monotonicMs: 4000 };
    expect(sameBoot(before, now)).toBe(false);
    expect(elapsedBetween(before, now)).toBe(30_000);
  });
});

describe('elapsedBetween()', () => {
  it('counts sleep, ignores a set clock, never goes below zero', () => {
    const slept = after((clock) => (clock.advance(1000), clock.sleep(9000)));
    expect(elapsedBetween(slept.before, slept.now)).toBe(10_000);
    const set = after((clock) => (clock.advance(1000), clock.setWallBy(500_000)));
    expect(elapsedBetween(set.before, set.now)).toBe(1000);
    expect(elapsedBetween(set.now, set.before)).toBe(0);
  });
});

describe('formatCountdown()', () => {
  it('rounds up, so that it shows 00:00 only at zero', () => {
    expect(formatCountdown(3_000_000)).toBe('50:00');
    expect(formatCountdown(1_867_000)).toBe('31:07');
    expect(formatCountdown(1)).toBe('00:01');
    expect(formatCountdown(0)).toBe('00:00');
    expect(formatCountdown(7_200_000)).toBe('120:00');
  });

  it('counts up in overtime', () => {
    expect(formatCountdown(-1)).toBe('+00:00');
    expect(formatCountdown(-133_999)).toBe('+02:13');
  });
});

describe('formatElapsed()', () => {
  it('rounds down', () => {
    expect(formatElapsed(59_999)).toBe('00:59');
    expect(formatElapsed(-5)).toBe('00:00');
  });
});
