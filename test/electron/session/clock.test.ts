import { describe, expect, it } from 'vitest';
import { simulatedClock, systemClock } from '../../../electron/session/clock.ts';
import { elapsedBetween } from '../../../shared/time/clock.ts';

describe('systemClock', () => {
  it('reads one boot whose uptime is at least the monotonic time of this process', () => {
    const clock = systemClock();
    const first = clock.now();
    const second = clock.now();
    expect(second.bootId).toBe(first.bootId);
    expect(second.monotonicMs).toBeGreaterThanOrEqual(first.monotonicMs);
    expect(Math.abs(first.wallMs - Date.now())).toBeLessThan(1000);
    expect(elapsedBetween(first, second)).toBeLessThan(1000);
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

  it('has run at its rate since the given moment', () => {
    const { now, rate } = simulatedClock(settings(60));
    expect(rate).toBe(60);
    expect(now().wallMs).toBeGreaterThanOrEqual(5_000_060_000);
    expect(now().wallMs).toBeLessThan(5_000_060_000 + 60 * 1_000);
  });

  it('agrees with another run of the app under the same settings', () => {
    const same = settings(60);
    const before = simulatedClock(same).now();
    const after = simulatedClock(same).now();
    expect(after.bootId).toBe(before.bootId);
    // Each run reads the wall clock in whole milliseconds, 60 simulated ones.
    expect(after.wallMs).toBeGreaterThanOrEqual(before.wallMs - 2 * 60);
    expect(after.wallMs - before.wallMs).toBeLessThan(10_000);
  });

  it('refuses settings that are none', () => {
    expect(() => simulatedClock('{"rate":0}')).toThrow();
  });
});
