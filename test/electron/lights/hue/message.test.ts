import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brightnessOf, hueMessage, LONGEST_FADE_MS, mirekOf } from '../../../../electron/lights/hue/message.ts';
import { command, smallHome } from '../../../peers/hue-home.ts';

const lamp = { dims: true, gamma: 1 };

describe('what a Hue lamp is told', () => {
  it.each([
    [
      lamp,
      { level: 0.3, kelvin: 2700 },
      60_000,
      {
        on: { on: true },
        dimming: { brightness: 30 },
        color_temperature: { mirek: 370 },
        dynamics: { duration: 60_000 },
      },
    ],
    [
      lamp,
      { level: 1, kelvin: null },
      0,
      { on: { on: true }, dimming: { brightness: 100 }, dynamics: { duration: 0 } },
    ],
    [lamp, { level: 0, kelvin: 2700 }, 60_000, { on: { on: false }, dynamics: { duration: 60_000 } }],
    [{ dims: false, gamma: 1 }, { level: 0.2, kelvin: 2700 }, 60_000, { on: { on: true } }],
    [{ dims: false, gamma: 1 }, { level: 0, kelvin: null }, 60_000, { on: { on: false } }],
    [
      { dims: true, gamma: 2 },
      { level: 0.5, kelvin: null },
      10.4,
      { on: { on: true }, dimming: { brightness: 25 }, dynamics: { duration: 10 } },
    ],
  ])('%j in %j within %d ms', (one, wish, fadeMs, message) => {
    expect(hueMessage(one, wish, fadeMs)).toEqual(message);
  });

  it('fades for no longer than the bridge takes', () => {
    expect(hueMessage(lamp, { level: 0, kelvin: null }, 9_000_000).dynamics).toEqual({ duration: LONGEST_FADE_MS });
  });

  it('is never refused, leaves dark what is to be dark, and rises with the level', () => {
    const [light] = smallHome(1).lights;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.4, max: 3, noNaN: true }),
        fc.option(fc.integer({ min: 1000, max: 10_000 })),
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        (level, other, gamma, kelvin, fadeMs) => {
          const home = [{ ...light!, on: true }];
          expect(command(home, hueMessage({ dims: true, gamma }, { level, kelvin }, fadeMs))).toEqual([]);
          expect(home[0]?.on).toBe(level > 0);
          const [low, high] = [Math.min(level, other), Math.max(level, other)];
          expect(brightnessOf(low, gamma)).toBeLessThanOrEqual(brightnessOf(high, gamma));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows the whites of the bridge', () => {
    expect([1000, 2000, 2700, 6500, 10_000].map(mirekOf)).toEqual([500, 500, 370, 154, 153]);
  });
});
