import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOn, SLOTS, writeLevel } from '../../../../electron/lights/dmx/levels.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });
const response = fc.record({
  dims: fc.boolean(),
  minimumLevel: fc.double({ min: 0, max: 0.5, noNaN: true }),
  gamma: fc.double({ min: 0.4, max: 3, noNaN: true }),
});
const plain = { dims: true, minimumLevel: 0, gamma: 1 };

function slotsOf(channel: number, wide: boolean, shown: number, how = plain): Uint8Array {
  const slots = new Uint8Array(SLOTS);
  writeLevel(slots, { kind: 'dmx', channel, wide }, how, shown);
  return slots;
}

const numberAt = (slots: Uint8Array, wide: boolean): number => (wide ? slots[0]! * 256 + slots[1]! : slots[0]!);

describe('numbers of a level', () => {
  it('are those that an electrician expects', () => {
    expect([...slotsOf(1, false, 0.5).subarray(0, 2)]).toEqual([128, 0]);
    expect([...slotsOf(1, true, 0.5).subarray(0, 3)]).toEqual([0x80, 0, 0]);
    expect([...slotsOf(1, true, 1).subarray(0, 3)]).toEqual([255, 255, 0]);
    expect(slotsOf(1, false, 0.5, { ...plain, gamma: 2 })[0]).toBe(64);
    expect(slotsOf(1, false, 0.05, { ...plain, minimumLevel: 0.2 })[0]).toBe(51);
    expect(slotsOf(1, false, 0.01, { ...plain, dims: false })[0]).toBe(255);
    expect(slotsOf(1, false, 0, { ...plain, dims: false })[0]).toBe(0);
  });

  it('stand in the lamp’s own slots and in no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), fc.boolean(), level, (channel, wide, shown) => {
        const slots = new Uint8Array(SLOTS).fill(77);
        writeLevel(slots, { kind: 'dmx', channel, wide }, plain, shown);
        const own = wide ? [channel - 1, channel] : [channel - 1];
        const others = [...slots].filter((_, slot) => !own.includes(slot));
        expect(others.every((number) => number === 77)).toBe(true);
        expect(slots).toHaveLength(SLOTS);
      }),
    );
  });

  it('are zero for off alone, and more light is never a smaller number', () => {
    fc.assert(
      fc.property(level, level, response, fc.boolean(), (one, other, how, wide) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const least = numberAt(slotsOf(1, wide, low, how), wide);
        const most = numberAt(slotsOf(1, wide, high, how), wide);
        expect(least).toBeLessThanOrEqual(most);
        expect(least === 0).toBe(low === 0);
        expect(numberAt(slotsOf(1, wide, 1, how), wide)).toBe(wide ? 0xffff : 0xff);
      }),
    );
  });
});

describe('a course', () => {
  it('leads steadily from one level to the other and ends exactly there', () => {
    fc.assert(
      fc.property(level, level, fc.integer({ min: 1, max: 1_800_000 }), level, level, (from, to, fadeMs, a, b) => {
        const course = { from, to, fadeMs, startedAt: 5000 };
        const [early, late] = [a, b].toSorted((x, y) => x - y) as [number, number];
        const at = (share: number): number => levelOn(course, 0, 5000 + share * fadeMs);
        expect(Math.sign(at(late) - at(early)) * Math.sign(to - from)).toBeGreaterThanOrEqual(0);
        expect(levelOn(course, 0, 5000 + fadeMs)).toBe(to);
        expect(levelOn(course, 0, 5000)).toBe(from);
      }),
    );
  });

  it('spends no part of a fade below what the lamp can show', () => {
    const down = { from: 1, to: 0, fadeMs: 1000, startedAt: 0 };
    expect(levelOn(down, 0.1, 999)).toBeGreaterThan(0.1);
    expect(levelOn(down, 0.1, 1000)).toBe(0);
    expect(levelOn({ ...down, from: 0, to: 1 }, 0.1, 0)).toBe(0.1);
    expect(levelOn({ ...down, from: 0 }, 0.1, 500)).toBe(0);
  });
});
