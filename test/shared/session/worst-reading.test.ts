import { expect, it } from 'vitest';
import { worstReading } from '../../../shared/session/worst-reading.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, parts, TestRoom } from '../../helpers/session-builder.ts';

it('the worst reading is the one highest in the bands since the start, not merely the highest pressure', () => {
  const room = new TestRoom().started();
  expect(worstReading(room.session, room.protocol)).toBeNull();
  const take = (given: Parameters<typeof parts>[0]) => {
    room.run(5 * MINUTE);
    const readingId = room.id();
    const confirmed = ['systolicJump', 'diastolicJump', 'systolicHigh', 'pulseJump', 'spo2Jump', 'spo2Low'];
    room.do({
      type: 'takeReading',
      readingId,
      parts: parts({ ...calm, ...given }),
      takenAt: room.clock.now().wallMs,
      confirmed,
    });
    return readingId;
  };
  take({ systolic: 138, diastolic: 84 });
  const low = take({ systolic: 120, spo2: 88 });
  take({ systolic: 164, diastolic: 84 });
  expect(worstReading(room.session, room.protocol)?.readingId).toBe(low);
  room.do({ type: 'withdrawReading', readingId: low, reason: 'finger off' });
  expect(worstReading(room.session, room.protocol)?.parts.systolic).toBe(164);
});
