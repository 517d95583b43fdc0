import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pacedClock } from '../../../electron/session/paced-clock.ts';
import { practicePaces } from '../../../shared/practice/pace.ts';
import { elapsedBetween, sameBoot } from '../../../shared/time/clock.ts';
import { compareClocks } from '../../../shared/time/compare.ts';
import { FakeClock } from '../../helpers/fake-clock.ts';

const steps = fc.array(
  fc.record({ pace: fc.constantFrom(...practicePaces), realMs: fc.integer({ min: 1, max: 60_000 }) }),
  { minLength: 1, maxLength: 20 },
);
const runs = { numRuns: 200 };

function over(machine: FakeClock) {
  return { rate: 1, now: machine.now, recall: () => undefined };
}

describe('the clock of a practice', () => {
  it('runs as fast as was chosen, without a jump and without a sleep, and lives in the same boot', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const machine = new FakeClock();
        const clock = pacedClock(over(machine), machine.now());
        const first = clock.now();
        let expected = 0;
        for (const { pace, realMs } of all) {
          const before = clock.now();
          clock.setPace(pace);
          expect(elapsedBetween(before, clock.now())).toBe(0);
          expect(clock.rate).toBe(pace);
          machine.advance(realMs);
          expected += realMs * pace;
          expect(compareClocks(before, clock.now()).filter(({ kind }) => kind !== 'stalled')).toEqual([]);
        }
        expect(elapsedBetween(first, clock.now())).toBeCloseTo(expected, 3);
        expect(sameBoot(first, clock.now())).toBe(true);
      }),
      runs,
    );
  });

  it('moves no other clock', () => {
    const machine = new FakeClock();
    const real = over(machine);
    pacedClock(real, machine.now()).setPace(120);
    const before = real.now();
    machine.advance(1_000);
    expect(elapsedBetween(before, real.now())).toBe(1_000);
  });

  it('stood while the app was away: it goes on where it was ahead of the real time', () => {
    const machine = new FakeClock();
    const before = pacedClock(over(machine), machine.now());
    before.setPace(120);
    machine.advance(60_000);
    const last = before.now();
    machine.advance(5_000);
    const after = pacedClock(over(machine), last);
    expect(elapsedBetween(last, after.now())).toBe(0);
    expect(sameBoot(last, after.now())).toBe(true);
    machine.advance(1_000);
    expect(elapsedBetween(last, after.now())).toBe(1_000);
  });

  it('is the real clock where no other pace was ever chosen, over a restart and a reboot too', () => {
    const machine = new FakeClock();
    const last = pacedClock(over(machine), machine.now()).now();
    machine.advance(90_000);
    expect(pacedClock(over(machine), last).now()).toEqual(machine.now());
    machine.reboot(30_000, 0);
    expect(pacedClock(over(machine), last).now()).toEqual(machine.now());
  });
});
