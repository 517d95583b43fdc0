import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartModel } from '../../../shared/chart/model.ts';
import { createTracker } from '../../../shared/chart/tracker.ts';
import { fittedRange, LEAST_RANGE_MS, movedRange, zoomedModel, zoomedRange } from '../../../shared/chart/zoom.ts';
import { levelAt } from '../../../shared/lights/level-at.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const MINUTE = 60_000;
const moments = fc.integer({ min: -60 * MINUTE, max: 300 * MINUTE });
const wholes = fc
  .tuple(moments, fc.integer({ min: 10 * MINUTE, max: 200 * MINUTE }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

it('every stretch lies in the whole, and is never too short to be read', () => {
  fc.assert(
    fc.property(wholes, moments, moments, fc.double({ min: 0.1, max: 8, noNaN: true }), (whole, a, b, factor) => {
      const brushed = fittedRange({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }, whole);
      const others = [zoomedRange(brushed, whole, factor, a), movedRange(brushed, whole, factor), brushed];
      for (const { fromMs, toMs } of others) {
        expect(fromMs).toBeGreaterThanOrEqual(whole.fromMs - 1e-3);
        expect(toMs).toBeLessThanOrEqual(whole.toMs + 1e-3);
        expect(toMs - fromMs).toBeGreaterThanOrEqual(Math.min(LEAST_RANGE_MS, whole.toMs - whole.fromMs) - 1e-3);
      }
    }),
  );
});

it('going nearer keeps the moment where it was, as far as the ends allow', () => {
  const whole = { fromMs: 0, toMs: 100 * MINUTE };
  expect(zoomedRange(whole, whole, 0.5, 30 * MINUTE)).toEqual({ fromMs: 15 * MINUTE, toMs: 65 * MINUTE });
  expect(zoomedRange(whole, whole, 2, 30 * MINUTE)).toEqual(whole);
});

it('a stretch of a chart shows nothing from outside, and the light where it stood', () => {
  const rooms = fc.tuple(beginnings, steps).map(([begin, happen]) => {
    const room = new TestRoom();
    begin(room);
    for (const step of happen) step.apply(room);
    return room;
  });
  fc.assert(
    fc.property(rooms, fc.double({ min: 0, max: 1, noNaN: true }), (room, share) => {
      const model = chartModel(room.session, room.protocol, createTracker()(room.events), room.clock.now(), null);
      const at = model.fromMs + share * (model.toMs - model.fromMs);
      const range = fittedRange({ fromMs: at, toMs: at + 10 * MINUTE }, model);
      const part = zoomedModel(model, range);
      for (const { fromMs, toMs } of [...part.parts, ...part.music, ...part.light])
        expect(fromMs >= range.fromMs && toMs <= range.toMs && toMs > fromMs).toBe(true);
      expect(part.points).toEqual(model.points.filter((p) => p.atMs >= range.fromMs && p.atMs <= range.toMs));
      for (const fade of part.light) {
        const own = model.light.find((one) => one.fromMs <= fade.fromMs && one.toMs >= fade.toMs);
        const middle = (fade.fromMs + fade.toMs) / 2;
        const before = own === undefined ? -1 : levelAt(own.from, own.to, own.fadeMs, middle - own.fromMs);
        expect(levelAt(fade.from, fade.to, fade.fadeMs, middle - fade.fromMs)).toBeCloseTo(before, 6);
      }
    }),
    { numRuns: 40 },
  );
});
