import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startFrames } from '../../../../electron/lights/dmx/frame-clock.ts';
import type { Timers } from '../../../../electron/lights/port.ts';

/** A clock whose timers count from the millisecond that has begun, as the system's do, and wake as late as the test says. */
function moodyTime(lateness: () => number) {
  let now = 1000;
  let waiting: { readonly at: number; readonly call: () => void } | null = null;
  const timers: Timers = {
    now: () => now,
    after: (ms, call) => {
      waiting = { at: Math.floor(now) + ms, call };
      return () => (waiting = null);
    },
  };
  const until = (end: number): void => {
    while (waiting !== null && waiting.at < end) {
      const { at, call } = waiting;
      waiting = null;
      now = Math.max(now, at + lateness());
      call();
    }
  };
  return { timers, until, busyFor: (ms: number) => (now += ms), waits: () => waiting !== null };
}

describe('frames', () => {
  it('do not drift, whatever each one is late or early by', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 44 }),
        fc.infiniteStream(fc.double({ min: -0.5, max: 8, noNaN: true })),
        (rate, late) => {
          const time = moodyTime(() => late.next().value as number);
          const sent: number[] = [];
          startFrames(time.timers, rate, () => sent.push(time.timers.now()));
          time.until(11_000);
          const period = 1000 / rate;
          const begun = sent[0]!;
          expect(Math.abs((11_000 - begun) / period - sent.length)).toBeLessThan(1.5);
          sent.forEach((at, number) => expect(Math.abs(at - begun - number * period)).toBeLessThan(10));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('that come late are left out, not made up for', () => {
    let late = 0;
    const time = moodyTime(() => late);
    const sent: number[] = [];
    startFrames(time.timers, 40, () => sent.push(time.timers.now()));
    time.until(1100);
    late = 110;
    time.until(1126);
    late = 0;
    time.until(1300);
    expect(sent).toEqual([1025, 1050, 1075, 1210, 1225, 1250, 1275]);
  });

  it('leave out the deadline that follows too closely on a packet between two', () => {
    const time = moodyTime(() => 0);
    const sent: number[] = [];
    const frames = startFrames(time.timers, 40, () => sent.push(time.timers.now()));
    time.until(1060);
    time.busyFor(15);
    frames.wentOut();
    time.until(1140);
    expect(sent).toEqual([1025, 1050, 1100, 1125]);
  });

  it.each([0, -0.4])('are for their deadline and less than a millisecond later, woken at %s ms', (late) => {
    const time = moodyTime(() => late);
    const moments: number[] = [];
    startFrames(time.timers, 30, (at) => moments.push(at));
    time.until(2001);
    const after = moments.map((at, number) => at - 1000 - ((number + 1) * 1000) / 30);
    expect(moments).toHaveLength(30);
    expect(Math.min(...after)).toBeGreaterThan(-1e-6);
    expect(Math.max(...after)).toBeLessThan(1);
  });

  it('end when told', () => {
    const time = moodyTime(() => 0);
    let sent = 0;
    const frames = startFrames(time.timers, 40, () => (sent += 1));
    time.until(1100);
    frames.stop();
    expect(time.waits()).toBe(false);
    time.until(2000);
    expect(sent).toBe(3);
  });
});
