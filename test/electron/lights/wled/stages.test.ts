import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOn } from '../../../../electron/lights/dmx/levels.ts';
import { levelOfNumber, LONGEST_STEP_MS, wledMessage } from '../../../../electron/lights/wled/message.ts';
import { stagesOf } from '../../../../electron/lights/wled/stages.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });
const fade = fc.integer({ min: 0, max: 1_800_000 });
const course = fc.record({ from: level, to: level, fadeMs: fade, startedAt: fc.constant(0) });

describe('the pieces of a fade', () => {
  it('follow one another without a gap, none too long for the strip, few enough, and end on the target in time', () => {
    fc.assert(
      fc.property(course, (one) => {
        const stages = stagesOf(one, 0);
        expect(stages.length).toBeLessThanOrEqual(61);
        expect(stages.at(-1)?.level).toBe(one.to);
        let end = 0;
        for (const { atMs, withinMs } of stages) {
          expect(atMs).toBeCloseTo(end, 6);
          expect(withinMs).toBeLessThanOrEqual(LONGEST_STEP_MS);
          if (one.fadeMs > 0) expect(withinMs).toBeGreaterThan(0);
          end = atMs + withinMs;
        }
        expect(end).toBeCloseTo(one.fadeMs, 6);
      }),
      // A thirtieth of it, thirty times, is a little less than it.
      { numRuns: 200, examples: [[{ from: 0, to: 0, fadeMs: 288_530, startedAt: 0 }]] },
    );
  });

  it('look like the even fade: never further from it than one part in a hundred of the light', () => {
    fc.assert(
      fc.property(level, level, fc.integer({ min: 30_000, max: 1_800_000 }), level, (from, to, fadeMs, share) => {
        const one = { from, to, fadeMs, startedAt: 0 };
        const now = share * fadeMs;
        const stages = stagesOf(one, 0);
        const index = stages.findLastIndex(({ atMs }) => atMs <= now);
        const { atMs, level: end, withinMs } = stages[index]!;
        const begin = index === 0 ? from : stages[index - 1]!.level;
        const straight = begin + (end - begin) * Math.min(1, (now - atMs) / withinMs);
        expect(Math.abs(straight - levelOn(one, 0, now))).toBeLessThan(0.01);
      }),
      { numRuns: 300 },
    );
  });

  it('go down to the lowest light that the strip can show, and out at the end', () => {
    const stages = stagesOf({ from: 1, to: 0, fadeMs: 60_000, startedAt: 0 }, 0.05);
    expect(stages).toHaveLength(30);
    expect(stages.slice(0, -1).every((stage) => stage.level >= 0.05)).toBe(true);
    expect(stages.at(-1)).toMatchObject({ level: 0, withinMs: 2_000 });
  });
});

describe('what a strip is told', () => {
  const lamp = { dims: true, gamma: 2 };
  it.each([
    [{ segment: null }, { level: 0.5, kelvin: null }, 7_000, { on: true, bri: 64, tt: 70 }],
    [{ segment: null }, { level: 0.5, kelvin: 2_700 }, 0, { on: true, bri: 64, tt: 0, seg: { cct: 2_700 } }],
    [{ segment: null }, { level: 0, kelvin: 2_700 }, 700_000, { on: false, tt: 600 }],
    [{ segment: 3 }, { level: 0, kelvin: null }, 0, { tt: 0, seg: [{ id: 3, on: false }] }],
    [
      { segment: 3 },
      { level: 1, kelvin: 4_000 },
      0,
      { on: true, bri: 255, tt: 0, seg: [{ id: 3, on: true, bri: 255, cct: 4_000 }] },
    ],
    [{ segment: null }, { level: 0.0001, kelvin: null }, 0, { on: true, bri: 1, tt: 0 }],
  ])('%j in %j within %d ms', (target, wish, fadeMs, message) => {
    expect(wledMessage(lamp, target, wish, fadeMs)).toEqual(message);
  });

  it('is the number of a level, and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: 0.4, max: 1, noNaN: true }),
        (asked, gamma) => {
          const { bri } = wledMessage({ dims: true, gamma }, { segment: null }, { level: asked, kelvin: null }, 0);
          expect(Math.abs(levelOfNumber(bri!, gamma) - asked)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 100 },
    );
  });
});
