import { expect, it } from 'vitest';
import { courseInfusion, courseInfusionSchema, infusionsElsewhere } from '../../../shared/review/course.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';

it('an infusion in its course: readings from its own start, choices, events, and what stands of them', () => {
  const room = new TestRoom().started().run(15 * MINUTE);
  const take = (systolic: number): string => {
    const readingId = room.id();
    const confirmed = ['systolicJump', 'diastolicJump', 'systolicHigh'];
    const own = parts({ ...calm, systolic, diastolic: 88 });
    room.do({ type: 'takeReading', readingId, parts: own, takenAt: room.clock.now().wallMs, confirmed });
    return readingId;
  };
  take(140);
  const wrong = take(190);
  room.do({ type: 'withdrawReading', readingId: wrong, reason: 'cuff slipped' });
  room.do({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 0 });
  room.do({ type: 'mark', markId: 'm2', kind: 'vomiting', note: null, agoMs: 0 });
  room.do({ type: 'takeBackMark', markId: 'm2' });
  for (const [adverseId, severity, what] of [
    ['a1', 'severe', 'Rash on both arms'],
    ['a2', 'mild', 'Hiccups'],
  ] as const)
    room.do({ type: 'noteAdverseEvent', adverseId, severity, what, markId: null, agoMs: 0 });
  room.do({ type: 'withdrawAdverseEvent', adverseId: 'a2', reason: 'Another patient' });
  const told = courseInfusion(room.events, room.protocol, 'Shoreline');
  expect(told).toMatchObject({
    ...{ infusionNumber: 3, given: true, mg: 36, mgPerKg: 0.5, doseEntered: false, music: 'Shoreline' },
    ...{
      marks: ['nausea'],
      adverse: [{ severity: 'severe', what: 'Rash on both arms' }],
      left: null,
      early: false,
      ranMs: 15 * MINUTE,
    },
    baseline: { systolic: 118 },
    peak: { systolic: 140, percent: 19 },
  });
  expect(told?.readings.map(({ atMs, systolic, pulse }) => [Math.round(atMs / MINUTE), systolic, pulse])).toEqual([
    [0, 118, 72],
    [15, 140, 72],
  ]);
  expect(courseInfusionSchema.safeParse(told).success).toBe(true);
  expect(courseInfusion([], room.protocol, null)).toBeNull();
});

it('infusions of a course that are on another PC are told by their numbers', () => {
  const given = (...numbers: readonly (number | null)[]) =>
    numbers.map((infusionNumber) => ({ infusionNumber, given: true }));
  expect(infusionsElsewhere([])).toEqual([]);
  expect(infusionsElsewhere(given(1, 2, 3))).toEqual([]);
  expect(infusionsElsewhere(given(null))).toEqual([]);
  expect(infusionsElsewhere(given(2, 4, 5))).toEqual([1, 3]);
  // One that was put off is no gap, and fills none.
  expect(infusionsElsewhere([...given(1, 3), { infusionNumber: 2, given: false }])).toEqual([2]);
  expect(infusionsElsewhere([...given(1), { infusionNumber: 4, given: false }])).toEqual([]);
});
