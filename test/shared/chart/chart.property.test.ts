import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../shared/chart/layout.ts';
import { chartModel, type ChartModel } from '../../../shared/chart/model.ts';
import { pictureOf } from '../../../shared/chart/picture.ts';
import { widthOf, type Shape, type Spot } from '../../../shared/chart/shapes.ts';
import { createTracker } from '../../../shared/chart/tracker.ts';
import { followed, noTracks } from '../../../shared/chart/tracks.ts';
import { eventLabels } from '../../../shared/chart/event-labels.ts';
import { noneWished } from '../../../shared/intake/wish.ts';
import { levelAt } from '../../../shared/lights/level-at.ts';
import { levelNow } from '../../../shared/lights/shown.ts';
import { plainWords } from '../../helpers/chart-words.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const places = fc.record({
  width: fc.integer({ min: 200, max: 1800 }),
  height: fc.integer({ min: 140, max: 900 }),
  font: fc.integer({ min: 9, max: 20 }),
});

/** A room in which anything may have happened. */
const rooms = fc.tuple(beginnings, steps).map(([begin, happen]) => {
  const room = new TestRoom();
  begin(room);
  for (const step of happen) step.apply(room);
  return room;
});

function modelOf(room: TestRoom): ChartModel {
  return chartModel(room.session, room.protocol, createTracker()(room.events), room.clock.now(), null);
}

function spotsOf(shape: Shape): readonly Spot[] {
  return shape.kind === 'path' || shape.kind === 'area' ? shape.spots : [shape.at];
}

describe('the chart of any session', () => {
  it('has every shape inside its place, at places that are numbers', () => {
    fc.assert(
      fc.property(rooms, places, (room, place) => {
        const model = modelOf(room);
        const chosen = model.points[0]?.readingId ?? null;
        const spots = pictureOf(model, place, plainWords, chosen).flatMap(spotsOf);
        const outside = spots.filter(
          ([x, y]) => !(x >= 0 && x <= place.width && y >= 0 && y <= place.height + place.font / 2),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('has nothing written under the frame of the chosen reading at the left and right of the lines', () => {
    const wide = { width: 900, height: 500, font: 12 };
    fc.assert(
      fc.property(rooms, fc.boolean(), fc.nat(), (room, isLow, which) => {
        const place = isLow ? { ...wide, height: 300 } : wide;
        const model = modelOf(room);
        const readings = model.points.filter(({ state }) => state !== 'original');
        const chosen = readings[which % readings.length];
        if (chosen === undefined) return;
        // As after a zoom onto this one: it lies at the very edge.
        for (const edge of [
          { ...model, toMs: Math.max(chosen.atMs, model.fromMs + 1) },
          { ...model, fromMs: Math.min(chosen.atMs, model.toMs - 1) },
        ]) {
          const without = pictureOf(edge, place, plainWords, null);
          const frame = pictureOf(edge, place, plainWords, chosen.readingId).slice(without.length).flatMap(spotsOf);
          const across = frame.map(([x]) => x);
          const { left, names, x } = layoutOf(edge, place);
          // It is around the whole sign of the reading, which is half a letter to each side.
          expect(Math.max(...across)).toBeGreaterThan(x(chosen.atMs) + place.font * 0.6);
          const beside = without.filter((shape) => shape.kind === 'text');
          for (const { at, text, align } of beside) {
            if (align === 'left' && at[0] >= names) expect(Math.max(...across), text).toBeLessThan(at[0]);
            if (align === 'right' && at[0] <= left) expect(Math.min(...across), text).toBeGreaterThan(at[0]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('shows the light and the music where the session has them now', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const model = modelOf(room);
        if (model.nowMs === null) return;
        const at = model.nowMs;
        const fade = model.light.findLast(({ ahead, fromMs }) => !ahead && fromMs <= at);
        const drawn = fade === undefined ? 1 : levelAt(fade.from, fade.to, fade.fadeMs, at - fade.fromMs);
        expect(drawn).toBeCloseTo(levelNow(room.session, room.clock.now()), 6);
        const sounding = model.music.findLast(({ ahead, fromMs }) => !ahead && fromMs <= at);
        const none = noneWished(room.session.intake.choice);
        const { phase } = room.session.music;
        expect(sounding?.phase ?? null).toBe(phase === null ? null : (none ?? phase));
      }),
      { numRuns: 30 },
    );
  });

  it('folds a growing list as it folds the whole of it', () => {
    fc.assert(
      fc.property(rooms, fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }), (room, ends) => {
        const track = createTracker();
        for (const end of ends) track(room.events.slice(0, end));
        const tracks = track(room.events);
        expect(tracks).toEqual(room.events.reduce(followed, noTracks));
        expect(tracks.session).toEqual(room.session);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the layout', () => {
  const model = modelOf(new TestRoom().started());

  it('keeps its rows in order and apart, whatever the room', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { pressure, spo2, lanes, axis } = layoutOf(model, place);
        const rows = [
          pressure,
          spo2,
          ...(lanes === null ? [] : [lanes.events, lanes.phases, lanes.music, lanes.light]),
        ];
        [...rows, axis].forEach((row, index) => {
          const above = rows[index - 1];
          if (above !== undefined) expect(row.top).toBeGreaterThanOrEqual(above.bottom);
        });
      }),
    );
  });

  it('puts later to the right and higher above', () => {
    const values = fc.integer({ min: 20, max: 300 });
    fc.assert(
      fc.property(places, values, values, (place, one, other) => {
        const { x, y } = layoutOf(model, place);
        if (one < other) {
          expect(y(one)).toBeGreaterThanOrEqual(y(other));
          expect(x(one * 10_000)).toBeLessThanOrEqual(x(other * 10_000));
        }
      }),
    );
  });
});

describe('words of events', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
  const labelled = (ats: readonly number[]) => {
    const events = ats.toSorted((a, b) => a - b).map((atMs, index) => ({ id: 'nausea'.repeat(1 + (index % 3)), atMs }));
    return eventLabels(
      events,
      ({ id }) => id,
      10,
      (at) => at,
      1000,
    );
  };

  it('have no later word nor sign of their line on them, and end where the picture does', () => {
    fc.assert(
      fc.property(moments, (ats) => {
        for (const which of [0, 1]) {
          const onLine = labelled(ats).filter(({ line }) => line === which);
          onLine.forEach(({ event, name }, index) => {
            if (name === null) return;
            const ends = event.atMs + widthOf(name, 10);
            expect(onLine[index + 1]?.event.atMs ?? Infinity).toBeGreaterThanOrEqual(ends);
            expect(ends).toBeLessThanOrEqual(1000);
          });
        }
      }),
    );
  });

  it('stand beside every event that has room of its own', () => {
    expect(labelled([0, 300, 600]).map(({ name }) => name)).not.toContain(null);
    expect(labelled([0, 20, 40]).map(({ line, name }) => [line, name !== null])).toEqual([
      [0, false],
      [1, true],
      [0, true],
    ]);
  });
});
