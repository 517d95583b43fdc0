import { describe, expect, it } from 'vitest';
import { simulatedClock, systemClock } from '../../../electron/session/clock.ts';
import { elapsedBetween } from '../../../shared/time/clock.ts';

describe('systemClock', () => {
  it('reads one boot whose uptime is at least the monotonic time of this process', () => {
    const clock = systemClock();
    const begun = [Date.now(), performance.now()] as const;
    const first = clock.now();
    const second = clock.now();
    const ended = [Date.now(), performance.now()] as const;
    expect(second.bootId).toBe(first.bootId);
    expect(second.monotonicMs).toBeGreaterThanOrEqual(first.monotonicMs);
    expect(first.wallMs).toBeGreaterThanOrEqual(begun[0]);
    expect(second.wallMs).toBeLessThanOrEqual(ended[0]);
    // No more than has passed around the two, however long that was; uptime is told in hundredths of a second.
    expect(elapsedBetween(first, second)).toBeGreaterThanOrEqual(0);
    expect(elapsedBetween(first, second)).toBeLessThanOrEqual(ended[1] - begun[1] + 20);
  });

  it.runIf(process.platform === 'linux')('keeps the name that Linux gives a boot, whatever the heartbeat says', () => {
    const clock = systemClock();
    const { bootId } = clock.now();
    clock.recall({ ...clock.now(), bootId: 'another', uptimeMs: 0 });
    expect(clock.now().bootId).toBe(bootId);
  });
});

describe('simulatedClock', () => {
  const settings = (rate: number): string =>
    JSON.stringify({ realMs: Date.now() - 1_000, simulatedMs: 5_000_000_000, rate });
  /** The most that `ms` of real time are at a rate of 60: the wall clock is read in whole milliseconds, and may be led a little meanwhile. */
  const atMost = (ms: number): number => (ms * 1.01 + 2) * 60;

  it('has run at its rate since the given moment', () => {
    const begun = performance.now();
    const { now, rate } = simulatedClock(settings(60));
    const { wallMs } = now();
    const tookMs = performance.now() - begun;
    expect(rate).toBe(60);
    expect(wallMs).toBeGreaterThanOrEqual(5_000_060_000);
    expect(wallMs).toBeLessThanOrEqual(5_000_060_000 + atMost(tookMs));
  });

  it('agrees with another run of the app under the same settings', () => {
    const same = settings(60);
    const begun = performance.now();
    const before = simulatedClock(same).now();
    const after = simulatedClock(same).now();
    const tookMs = performance.now() - begun;
    expect(after.bootId).toBe(before.bootId);
    // Each run reads the wall clock in whole milliseconds, 60 simulated ones.
    expect(after.wallMs).toBeGreaterThanOrEqual(before.wallMs - 2 * 60);
    expect(after.wallMs - before.wallMs).toBeLessThanOrEqual(atMost(tookMs));
  });

  it('refuses settings that are none', () => {
    expect(() => simulatedClock('{"rate":0}')).toThrow();
  });
});
