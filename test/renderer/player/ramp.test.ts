import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, levelAt, still, turn, type Ramp } from '../../../renderer/player/ramp.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });
const ramp = fc.record<Ramp>({
  from: level,
  to: level,
  startMs: fc.integer({ min: 0, max: 1e7 }),
  durationMs: fc.integer({ min: 0, max: 60_000 }),
  shape: fc.constantFrom('power', 'smooth'),
});

describe('levelAt', () => {
  it('starts and ends exactly, and lies between', () => {
    fc.assert(
      fc.property(ramp, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const middle = levelAt(one, one.startMs + share * one.durationMs);
        expect(levelAt(one, one.startMs + one.durationMs)).toBe(one.to);
        if (one.durationMs > 0) expect(levelAt(one, one.startMs)).toBe(one.from);
        expect(middle).toBeGreaterThanOrEqual(Math.min(one.from, one.to));
        expect(middle).toBeLessThanOrEqual(Math.max(one.from, one.to));
      }),
    );
  });

  it('never turns back on its way', () => {
    fc.assert(
      fc.property(ramp, level, level, (one, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((share) =>
          levelAt(one, one.startMs + share * one.durationMs),
        );
        if (one.to >= one.from) expect(late).toBeGreaterThanOrEqual(early! - 1e-12);
        else expect(late).toBeLessThanOrEqual(early! + 1e-12);
      }),
    );
  });

  it('keeps the power of a crossing pair whole, whatever their gains', () => {
    for (let share = 0; share <= 1; share += 0.01) {
      const at = share * 8000;
      const out = levelAt({ from: 0.8, to: 0, startMs: 0, durationMs: 8000, shape: 'power' }, at);
      const into = levelAt({ from: 0, to: 0.8, startMs: 0, durationMs: 8000, shape: 'power' }, at);
      expect(out ** 2 + into ** 2).toBeCloseTo(0.64, 10);
    }
  });

  it('falls evenly to the ear when it moves alone: half way down in decibels at half time', () => {
    const middle = levelAt({ from: 1, to: 0, startMs: 0, durationMs: 2000, shape: 'smooth' }, 1000);
    expect(20 * Math.log10(middle)).toBeGreaterThan(-27);
    expect(20 * Math.log10(middle)).toBeLessThan(-21);
  });

  it('makes steps of 25 ms too small to hear in every fade that is used', () => {
    for (const [durationMs, shape] of [
      [2000, 'smooth'],
      [500, 'smooth'],
      [300, 'smooth'],
      [8000, 'power'],
    ] as const) {
      const steps = Array.from({ length: durationMs / 25 }, (_, i) => {
        const one: Ramp = { from: 1, to: 0, startMs: 0, durationMs, shape };
        return levelAt(one, i * 25) - levelAt(one, (i + 1) * 25);
      });
      expect(Math.max(...steps)).toBeLessThan(durationMs >= 2000 ? 0.06 : 0.3);
    }
  });
});

describe('turn', () => {
  it('goes on from where the level stands, without a jump', () => {
    fc.assert(
      fc.property(ramp, fc.integer({ min: -1000, max: 61_000 }), level, (one, at, to) => {
        const now = one.startMs + at;
        const turned = turn(one, now, to, 1000, 'smooth');
        expect(levelAt(turned, now)).toBe(levelAt(one, now));
        expect(levelAt(turned, now + 1000)).toBe(to);
      }),
    );
  });
});

describe('still', () => {
  it('stands and is over at once', () => {
    expect(levelAt(still(0.4, 100), 99_999)).toBe(0.4);
    expect(isOver(still(0.4, 100), 100)).toBe(true);
  });
});
