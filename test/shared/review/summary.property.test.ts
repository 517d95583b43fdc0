import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTracker } from '../../../shared/chart/tracker.ts';
import { readingOutcomes } from '../../../shared/review/outcomes.ts';
import { replacements } from '../../../shared/review/replaced.ts';
import { summaryOf } from '../../../shared/review/summary.ts';
import { segments } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';

const summary = (room: TestRoom) =>
  summaryOf(room.session, room.protocol, createTracker()(room.events), room.clock.now());

/** A room in which anything may have happened. */
const rooms = fc.tuple(beginnings, steps).map(([begin, happen]) => {
  const room = new TestRoom();
  begin(room);
  for (const step of happen) step.apply(room);
  return room;
});

function taken(room: TestRoom, systolic: number, spo2 = 97): string {
  const readingId = room.id();
  const confirmed = ['systolicJump', 'diastolicJump', 'pulseJump', 'spo2Jump', 'systolicHigh'];
  const own = parts({ ...calm, systolic, diastolic: 84, spo2 });
  room.do({ type: 'takeReading', readingId, parts: own, takenAt: room.clock.now().wallMs, confirmed });
  return readingId;
}

it('of any session keeps to what was entered, and has the last word on every entry that was replaced', () => {
  fc.assert(
    fc.property(rooms, (room) => {
      const { session } = room;
      const found = summary(room);
      const lowest = found.lowestSpo2?.parts.spo2 ?? Infinity;
      for (const { parts: own, withdrawn } of session.readings)
        if (withdrawn === null && own?.spo2 != null) expect(lowest).toBeLessThanOrEqual(own.spo2);
      for (const { reading } of [found.peak, found.worst, found.last].flatMap((one) => one ?? []))
        expect(reading.withdrawn).toBeNull();
      if (found.darkest !== null) expect(found.darkest >= 0 && found.darkest <= 1).toBe(true);
      if (found.dose?.givenMg != null)
        expect(found.dose.givenMgPerKg).toBeCloseTo(found.dose.givenMg / found.dose.weightKg, 3);
      expect(found.infusion.pauses.totalMs).toBeGreaterThanOrEqual(0);
      const replaced = replacements(room.events);
      for (const [seq, { seq: by }] of replaced) expect(by).toBeGreaterThan(seq);
      for (const reading of session.readings) {
        if (reading.withdrawn !== null) expect(replaced.get(reading.seq)?.kind).toMatch(/withdrawn|refused/u);
        else if (reading.originals.length > 0) expect(replaced.get(reading.seq)?.parts).toEqual(reading.parts);
      }
    }),
    { numRuns: 20 },
  );
});

describe('readings on time', () => {
  it('knows late, missing and in time, and how late', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    taken(room, 124);
    room.run(17 * MINUTE);
    taken(room, 131);
    room.run(30 * MINUTE);
    const told = readingOutcomes(room.session, room.protocol, room.clock.now());
    expect(told.map(({ id, outcome, byMs }) => [id, outcome, byMs / MINUTE])).toEqual([
      ['start-5', 'onTime', 0],
      ['start-15', 'late', 7],
      ['start-30', 'missing', 0],
      ['start-40', 'missing', 0],
    ]);
  });

  it('misses nothing that an early end overtook, nor what came due after the patient had left', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    taken(room, 124);
    room.run(5 * MINUTE);
    room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 });
    taken(room, 121);
    room.run(2 * MINUTE);
    room.do({
      type: 'finish',
      how: 'againstAdvice',
      escort: null,
      note: 'wants to go',
      told: 'Dr. Lindqvist',
      agoMs: 0,
    });
    room.run(200 * MINUTE);
    const told = readingOutcomes(room.session, room.protocol, room.clock.now());
    expect(told.filter(({ outcome }) => outcome === 'missing')).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
    // It is read for years: neither its schedule nor its chart goes on.
    expect(segments(room.session, room.protocol, room.clock.now()).toMs).toBe(12 * MINUTE);
  });
});

it('a summary names the highest, the lowest and the last reading against the baseline', () => {
  const room = new TestRoom().started().run(5 * MINUTE);
  taken(room, 164);
  room.run(10 * MINUTE);
  taken(room, 131, 91);
  const { peak, lowestSpo2, last, baseline } = summary(room);
  expect(baseline?.parts.systolic).toBe(118);
  expect([peak?.reading.parts.systolic, peak?.systolicPercent]).toEqual([164, 39]);
  expect(lowestSpo2?.parts.spo2).toBe(91);
  expect([last?.reading.parts.systolic, last?.systolicPercent]).toEqual([131, 11]);
});
