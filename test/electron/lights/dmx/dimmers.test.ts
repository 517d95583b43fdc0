import { describe, expect, it } from 'vitest';
import { dimmers, GENTLE_MS } from '../../../../electron/lights/dmx/dimmers.ts';
import { dmxLamp } from './fixtures.ts';

function setUp() {
  const lost: string[] = [];
  const universe = dimmers([dmxLamp('a', 1)], (_lamp, code) => lost.push(code));
  const frame = (now: number, failure: string | null = null): number => {
    const { slots, arrived } = universe.drawn(now);
    arrived(failure);
    return slots[0]!;
  };
  return { universe, lost, frame };
}

describe('a lamp whose way was gone for a while', () => {
  it('is led on from where it was left, in what is left of its fade', () => {
    const { universe, frame } = setUp();
    universe.lead('a', 1, 0, 0);
    frame(0);
    universe.lead('a', 0, 60_000, 0);
    const left = frame(10_000);
    for (let now = 10_025; now < 30_000; now += 25) frame(now, 'noNetwork');
    universe.resume(30_000);
    expect(frame(30_000)).toBe(left);
    expect(frame(59_000)).toBeGreaterThan(0);
    expect(frame(60_000)).toBe(0);
  });

  it('is led gently where its fade was over meanwhile', () => {
    const { universe, frame, lost } = setUp();
    universe.lead('a', 1, 0, 0);
    frame(0);
    universe.lead('a', 0.1, 60_000, 0);
    const left = frame(50_000);
    for (let now = 59_900; now < 70_000; now += 25) frame(now, 'noNetwork');
    expect(lost).toEqual(['noNetwork']);
    universe.resume(70_000);
    expect(frame(70_000)).toBe(left);
    expect(frame(70_000 + GENTLE_MS / 2)).toBeLessThan(left);
    expect(frame(70_000 + GENTLE_MS)).toBe(26);
  });

  it('goes to full at once, since that was asked for at once', () => {
    const { universe, frame } = setUp();
    universe.lead('a', 0.1, 0, 0);
    frame(0);
    universe.lead('a', 1, 0, 1000);
    frame(1000, 'noNetwork');
    universe.resume(5000);
    expect(frame(5000)).toBe(255);
  });
});
