import { describe, expect, it } from 'vitest';
import { readingForLeaving } from '../../../shared/session/leaving-reading.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const otherwise = { type: 'finish', how: 'hospital', escort: null, agoMs: 0 } as const;

describe('leaving otherwise', () => {
  it('is blocked by nothing but a reason and the name of who was told', () => {
    const room = new TestRoom().recovering();
    expect(room.refusal({ ...otherwise, note: ' ', told: 'Dr. Lindqvist' })).toBe('finish.reason');
    expect(room.refusal({ ...otherwise, note: 'chest pain' })).toBe('finish.told');
    room.do({ ...otherwise, note: 'chest pain', told: 'Dr. Lindqvist' });
    expect(room.session.finished).toMatchObject({ how: 'hospital', note: 'chest pain', told: 'Dr. Lindqvist' });
  });
});

it('a score is made from the last reading since the pump’s stop, and from none before it', () => {
  const take = (room: TestRoom): string => {
    const readingId = room.id();
    const takenAt = room.clock.now().wallMs;
    room.do({ type: 'takeReading', readingId, parts: calm, takenAt, confirmed: [] });
    return readingId;
  };
  const room = new TestRoom().started().run(20 * MINUTE);
  take(room);
  expect(readingForLeaving(room.session)).toBeNull();
  room.run(MINUTE);
  room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 });
  expect(readingForLeaving(room.session)).toBeNull();
  room.run(5 * MINUTE);
  const after = take(room);
  room.run(10 * MINUTE);
  const last = take(room);
  expect(readingForLeaving(room.session)?.readingId).toBe(last);
  room.do({ type: 'withdrawReading', readingId: last, reason: 'cuff' });
  expect(readingForLeaving(room.session)?.readingId).toBe(after);
});

describe('sheets to take home', () => {
  it('are a fact once they were printed, and only from recovery on', () => {
    const print = {
      type: 'noteSheetsPrinted' as const,
      sheets: ['patient' as const, 'patient' as const],
      language: 'de' as const,
    };
    expect(new TestRoom().started().refusal(print)).toBe('session.notNow');
    const room = new TestRoom().recovering().do(print);
    expect(room.session.printed).toMatchObject([{ sheets: ['patient'], language: 'de' }]);
  });
});
