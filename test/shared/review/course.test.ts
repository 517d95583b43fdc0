import { expect, it } from 'vitest';
import { courseInfusion, courseInfusionSchema } from '../../../shared/review/course.ts';
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
  const told = courseInfusion(room.events, room.protocol, 'Shoreline');
  expect(told).toMatchObject({
    ...{ infusionNumber: 3, given: true, mg: 36, mgPerKg: 0.5, doseEntered: false, music: 'Shoreline' },
    ...{ marks: ['nausea'], left: null, early: false, ranMs: 15 * MINUTE },
    baseline: { systolic: 118 },
    peak: { systolic: 140, percent: 19 },
  });
  expect(told?.readings.map(({ atMs, systolic }) => [Math.round(atMs / MINUTE), systolic])).toEqual([
    [0, 118],
    [15, 140],
  ]);
  expect(courseInfusionSchema.safeParse(told).success).toBe(true);
  expect(courseInfusion([], room.protocol, null)).toBeNull();
});
