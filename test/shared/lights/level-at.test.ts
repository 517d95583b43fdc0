import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt, sceneAt, zoneOf } from '../../../shared/lights/level-at.ts';
import { roomScene } from '../../../shared/lights/scene.ts';
import { levelNow } from '../../../shared/lights/shown.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });

describe('levelAt()', () => {
  it('begins and ends exactly, stays between, and never turns', () => {
    fc.assert(
      fc.property(level, level, fc.integer({ min: 1, max: 600_000 }), (from, to, fadeMs) => {
        expect(levelAt(from, to, fadeMs, 0)).toBe(from);
        expect(levelAt(from, to, fadeMs, fadeMs)).toBe(to);
        let before = from;
        for (let step = 1; step <= 40; step += 1) {
          const now = levelAt(from, to, fadeMs, (fadeMs * step) / 40);
          expect(to >= from ? now >= before - 1e-12 : now <= before + 1e-12).toBe(true);
          before = now;
        }
      }),
    );
  });

  it('looks even: half of the way in lightness, not in light', () => {
    expect(levelAt(1, 0, 1000, 500)).toBeCloseTo(0.125, 10);
    expect(Math.cbrt(levelAt(1, 0.1, 60_000, 30_000))).toBeCloseTo((1 + Math.cbrt(0.1)) / 2, 10);
  });

  it('of no length is there at once', () => {
    expect(levelAt(0.2, 1, 0, 0)).toBe(1);
  });
});

describe('sceneAt()', () => {
  it('fades each zone from where it stood, the room standing for the unnamed', () => {
    const from = roomScene(1, 4000);
    const to = {
      zones: [
        { zone: 'room', level: 0, kelvin: 2000 },
        { zone: 'task', level: 1, kelvin: null },
      ],
    } as const;
    const middle = sceneAt(from, { zones: [...to.zones] }, 1000, 500);
    expect(zoneOf(middle, 'room')).toEqual({ zone: 'room', level: expect.closeTo(0.125, 10), kelvin: 3000 });
    expect(zoneOf(middle, 'task')).toEqual({ zone: 'task', level: 1, kelvin: null });
    expect(zoneOf(middle, 'floor')).toEqual(zoneOf(middle, 'room'));
  });
});

describe('levelNow()', () => {
  it('falls through the first minute of an infusion and never brightens in it', () => {
    const room = new TestRoom().started();
    let before = 1;
    for (let second = 0; second < 60; second += 1) {
      const now = levelNow(room.session, room.clock.now());
      expect(now).toBeLessThanOrEqual(before);
      before = now;
      room.run(1000);
    }
    expect(levelNow(room.session, room.clock.now())).toBe(0.1);
  });

  it('goes on from the middle of a fade when another begins', () => {
    const room = new TestRoom().started().run(30_000);
    const middle = levelNow(room.session, room.clock.now());
    room.do({ type: 'setLights', scene: roomScene(0.5, null), fadeMs: 10_000 });
    expect(levelNow(room.session, room.clock.now())).toBeCloseTo(middle, 10);
    room.run(10_000);
    expect(levelNow(room.session, room.clock.now())).toBe(0.5);
  });
});
